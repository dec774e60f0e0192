-- What people keep of lists: questions under a name, own or shared; the one they begin with; their columns.
create table ledger.saved_view (
    tenant     integer not null,
    id         uuid not null,
    name       text not null check (length(name) between 1 and 30),
    face       text not null check (face in ('list', 'board', 'timeline', 'calendar')),
    -- the address of the list without its path
    query      text not null check (length(query) <= 2000),
    reach      text not null check (reach in ('own', 'unit', 'all')),
    person     integer not null,
    -- with which it is shared, where it is shared with one
    unit       integer not null,
    changed_at timestamptz not null,
    primary key (tenant, id)
);
create index saved_view_person on ledger.saved_view (tenant, person);
create index saved_view_reach on ledger.saved_view (tenant, reach, unit) where reach <> 'own';

create table ledger.list_choice (
    tenant  integer not null,
    person  integer not null,
    columns text not null default '',
    -- may be gone by now: then the list begins with everything
    view    uuid,
    primary key (tenant, person)
);
