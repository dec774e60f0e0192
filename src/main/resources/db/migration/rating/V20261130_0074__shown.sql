-- When somebody of the staff had a code before them, on which device: whoever then rates on that one, or after the code was taken out once more, may be the clerk.
create table rating.shown (
    tenant  integer not null,
    service uuid not null,
    at      timestamptz not null,
    person  integer not null,
    own     boolean not null,
    source  bytea not null check (length(source) = 32),
    primary key (tenant, service, at, person),
    foreign key (tenant, service) references rating.service (tenant, id)
);

alter table rating.doubt drop constraint doubt_why_check;
alter table rating.doubt add constraint doubt_why_check check (why in ('same-source', 'bulk', 'same-words', 'staff', 'shown', 'reopened'));
