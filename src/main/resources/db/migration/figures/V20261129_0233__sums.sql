-- What a board shows, summed day by day as it is counted: a board of any day adds up some thousand rows and walks no matters.

-- Stretches alike in everything that a board groups by, of matters that are seen alike by whoever supervises. Named by its own content.
create table figures.lot (
    tenant      integer not null,
    id          uuid not null,
    -- what decides whether somebody sees all of it: handed out or not, secrecy, units that supervise or did; as of today, whatever the day
    draft       boolean not null,
    secrecy     text not null,
    supervisors integer[] not null,
    ledger      text not null,
    type        text not null,
    source      text not null,
    unit        integer,
    leader      integer,
    primary key (tenant, id)
);

-- Of what stands, what came in less what went out in a period; of what happened, how often it did. Each day stands in its day, its third of a month, its month and its year.
create table figures.tally (
    tenant           integer not null,
    span             text not null check (span in ('day', 'third', 'month', 'year')),
    first            date not null,
    lot              uuid not null,
    draft            integer not null,
    open             integer not null,
    soon             integer not null,
    late             integer not null,
    late_week        integer not null,
    late_month       integer not null,
    late_quarter     integer not null,
    late_half_year   integer not null,
    late_longer      integer not null,
    opened           integer not null,
    settled          integer not null,
    judged           integer not null,
    on_time          integer not null,
    returned         integer not null,
    reopened         integer not null,
    primary key (tenant, span, first, lot)
) with (fillfactor = 70);

-- From which state to which, of matters that are seen alike by whoever supervises. Named by its own content.
create table figures.way (
    tenant      integer not null,
    id          uuid not null,
    draft       boolean not null,
    secrecy     text not null,
    supervisors integer[] not null,
    ledger      text not null,
    type        text not null,
    from_state  text not null,
    state       text not null,
    primary key (tenant, id)
);

-- How many went that way in a period after how many tenths of a day.
create table figures.stay (
    tenant      integer not null,
    span        text not null check (span in ('day', 'third', 'month', 'year')),
    first       date not null,
    way         uuid not null,
    tenths      integer not null,
    n           integer not null,
    primary key (tenant, span, first, way, tenths)
) with (fillfactor = 70);

-- How far the sums are through: they hold the matters up to this one, in the order of their ids, by the days of this zone. Whoever counts holds this row.
create table figures.summed (
    tenant      integer primary key,
    zone        text not null,
    upto        uuid not null
);
insert into figures.summed (tenant, zone, upto)
select distinct s.tenant, t.zone, '00000000-0000-0000-0000-000000000000'::uuid from figures.standing s join units.tenant t on t.tenant = s.tenant;

-- What began, ended or crossed a threshold today, which no sum of whole days says.
create index standing_began on figures.standing (tenant, began_at) where phase in ('draft', 'open');
create index standing_late on figures.standing (tenant, late_at) where phase = 'open';

-- Moves from state to state in a period, which were found by reading everything.
create index standing_moved on figures.standing (tenant, began_at) where from_state is not null;
create index stretch_moved on figures.stretch (tenant, began_at) where from_state is not null;
