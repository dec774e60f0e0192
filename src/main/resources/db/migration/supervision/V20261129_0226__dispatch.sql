-- Who is asked for news in which round of a dispatch, planned as the round begins, and what came of each: so that what is missing is a row before anybody asks.
create table supervision.dispatch (
    tenant     integer not null,
    id         uuid not null,
    title      text not null,
    ledger     text not null,
    type       text,
    -- only what is led by this unit or one below it
    lead       integer,
    rhythm     text not null check (rhythm in ('daily', 'weekly', 'half-month', 'monthly', 'quarterly')),
    first_on   date not null,
    person     integer not null,
    unit       integer not null,
    at         timestamptz not null,
    stopped_at timestamptz,
    primary key (tenant, id)
);

create table supervision.dispatch_round (
    tenant    integer not null,
    dispatch  uuid not null,
    starts_on date not null,
    ends_on   date not null,
    begun_at  timestamptz not null,
    warned_at timestamptz,
    closed_at timestamptz,
    primary key (tenant, dispatch, starts_on),
    foreign key (tenant, dispatch) references supervision.dispatch (tenant, id)
);
create index dispatch_round_open on supervision.dispatch_round (tenant, ends_on) where closed_at is null;

create table supervision.dispatch_row (
    tenant     integer not null,
    dispatch   uuid not null,
    starts_on  date not null,
    matter     uuid not null,
    unit       integer not null,
    -- the first report of the round; null while there is none, and for ever where the round ended without one
    entry      integer,
    -- nothing in this round and nothing in the one before
    stuck      boolean,
    newly_late boolean,
    late       boolean,
    settled    boolean,
    primary key (tenant, dispatch, starts_on, matter),
    foreign key (tenant, dispatch, starts_on) references supervision.dispatch_round (tenant, dispatch, starts_on)
);
create index dispatch_row_unit on supervision.dispatch_row (tenant, unit, dispatch);
