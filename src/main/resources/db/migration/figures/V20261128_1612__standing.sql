-- What figures are counted from: how each matter stands, and every earlier stretch of time in which nothing that they count changed.
create schema figures;

-- One row a matter. What it says of a matter is what its entries say; whoever counts again from the entries finds the same.
create table figures.standing (
    tenant      integer not null,
    matter      uuid not null,
    -- the entry that began it, and the latest one looked at
    no          integer not null,
    seen        integer not null,
    began_at    timestamptz not null,
    act         text not null,
    -- what the entry was for whoever counts; null where it was only a change
    turn        text check (turn in ('opened', 'settled', 'returned', 'reopened')),
    -- of a settled matter whether its work was done by its day; null where it had none
    on_time     boolean,
    from_state  text,
    from_since  timestamptz,
    ledger      text not null,
    type        text not null,
    source      text not null,
    state       text not null,
    state_since timestamptz not null,
    phase       text not null,
    owes        text,
    secrecy     text not null,
    unit        integer,
    leader      integer,
    -- the nearest end of its running clocks, those of reports apart
    late_at     timestamptz,
    -- by whom it may be seen now: units that supervise or did, units that bear or bore another role, posts that bear one
    supervisors integer[] not null,
    bearers     integer[] not null,
    posts       integer[] not null,
    primary key (tenant, matter)
);
create index standing_open on figures.standing (tenant, type) where phase in ('draft', 'open');
create index standing_turn on figures.standing (tenant, began_at) where turn is not null;

-- Written once, when it ended; never changed.
create table figures.stretch (
    tenant      integer not null,
    matter      uuid not null,
    no          integer not null,
    began_at    timestamptz not null,
    ended_at    timestamptz not null check (ended_at >= began_at),
    act         text not null,
    turn        text check (turn in ('opened', 'settled', 'returned', 'reopened')),
    on_time     boolean,
    from_state  text,
    from_since  timestamptz,
    ledger      text not null,
    type        text not null,
    source      text not null,
    state       text not null,
    state_since timestamptz not null,
    phase       text not null,
    owes        text,
    secrecy     text not null,
    unit        integer,
    leader      integer,
    late_at     timestamptz,
    primary key (tenant, matter, no)
);
create index stretch_ended on figures.stretch (tenant, ended_at) where phase in ('draft', 'open');
create index stretch_turn on figures.stretch (tenant, began_at) where turn is not null;

-- All stretches, that which still runs without an end, each with who may see the matter today: what was made secret since is not told by old figures either.
create view figures.stood as
select s.tenant, s.matter, s.no, s.began_at, 'infinity'::timestamptz as ended_at, s.act, s.turn, s.on_time, s.from_state, s.from_since, s.ledger, s.type, s.source,
       s.state, s.state_since, s.phase, s.owes, s.unit, s.leader, s.late_at, s.phase as phase_now, s.secrecy as secrecy_now, s.supervisors, s.bearers, s.posts
from figures.standing s
union all
select t.tenant, t.matter, t.no, t.began_at, t.ended_at, t.act, t.turn, t.on_time, t.from_state, t.from_since, t.ledger, t.type, t.source,
       t.state, t.state_since, t.phase, t.owes, t.unit, t.leader, t.late_at, n.phase, n.secrecy, n.supervisors, n.bearers, n.posts
from figures.stretch t join figures.standing n on n.tenant = t.tenant and n.matter = t.matter;
