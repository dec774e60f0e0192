-- A draft of a type is typed by hand, perhaps by two at once; what was done to a type, by whom and why, stays on record; and running matters move to another version in the background, which may be left and found again.
alter table ledger.matter_type add column revision integer not null default 1 check (revision > 0);

create table ledger.type_event (
    tenant      integer not null,
    no          bigint generated always as identity,
    name        text not null,
    type_tenant integer not null,
    version     integer not null,
    act         text not null check (act in ('draft', 'copy', 'discard', 'publish', 'withdraw', 'move')),
    at          timestamptz not null,
    person      integer not null,
    -- as they were called on that day
    person_name text not null,
    post_name   text not null,
    unit_name   text not null,
    reason      text not null,
    primary key (tenant, no)
);
create index type_event_name on ledger.type_event (tenant, name, no);

create table ledger.type_move (
    tenant       integer not null,
    no           bigint generated always as identity,
    name         text not null,
    from_tenant  integer not null,
    from_version integer not null,
    to_tenant    integer not null,
    to_version   integer not null,
    -- old state → new state, for those that do not stay as they are
    states       jsonb not null,
    reason       text not null check (reason <> ''),
    person       integer not null,
    post         integer not null,
    asked_at     timestamptz not null,
    state        text not null check (state in ('running', 'done', 'stopped')),
    total        integer not null,
    moved        integer not null default 0,
    -- the last matter looked at: where it goes on after a pause
    after        uuid not null default '00000000-0000-0000-0000-000000000000',
    finished_at  timestamptz,
    trouble      text,
    primary key (tenant, no),
    check ((state = 'running') = (finished_at is null))
);
create unique index type_move_running on ledger.type_move (tenant, name) where state = 'running';

-- what could not be moved, and why
create table ledger.type_move_stay (
    tenant integer not null,
    move   bigint not null,
    matter uuid not null,
    number text not null,
    state  text not null,
    zh     text not null,
    en     text not null,
    primary key (tenant, move, matter),
    foreign key (tenant, move) references ledger.type_move (tenant, no)
);
