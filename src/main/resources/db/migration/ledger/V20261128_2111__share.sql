-- What units of this government bear of matters of another: written on the bearer's side in the act's own transaction, so that the
-- lists of whoever bears begin with a key of their own government. What it says follows from the responsibilities, and verify compares both.
create table ledger.share (
    tenant        integer not null,
    matter_tenant integer not null check (matter_tenant <> tenant),
    matter        uuid not null,
    -- by the number at home, where responsibility names it by one of another government (from 2^30 on)
    unit          integer not null check (unit < 262144),
    -- borne today, in the order of the alphabet; none where it is only on record
    roles         text[] not null,
    since         timestamptz not null,
    until         timestamptz,
    primary key (tenant, matter_tenant, matter, unit),
    check ((until is null) = (roles <> '{}'))
);
create index share_unit on ledger.share (tenant, unit, matter_tenant, matter);
