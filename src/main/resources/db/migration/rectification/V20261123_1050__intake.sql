-- A document read by machine and corrected by a person before any of it becomes a ledger; text, reading and corrections stay.
create schema rectification;

create table rectification.intake (
    tenant     integer not null,
    id         uuid not null,
    name       text not null,
    -- SM3 of the file: the same document twice is noticed
    digest     bytea not null check (length(digest) = 32),
    lines      text[] not null,
    reading    jsonb not null,
    draft      jsonb not null,
    state      text not null check (state in ('draft', 'adopted', 'discarded')),
    version    integer not null,
    round      uuid,
    unit       integer not null,
    entered_by integer not null,
    entered_at timestamptz not null,
    adopted_by integer,
    adopted_at timestamptz,
    primary key (tenant, id),
    check ((state = 'adopted') = (round is not null))
);
create index intake_digest on rectification.intake (tenant, digest);
