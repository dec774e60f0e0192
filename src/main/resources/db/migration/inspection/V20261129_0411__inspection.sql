-- What units declare for the year's inspections, whom a draw sends, what a visit found, which figures their source confirmed: the matters stand in the ledger, here is what it has no words for.
create schema inspection;

-- The plan of a year, once it was issued.
create table inspection.plan (
    tenant      integer not null,
    year        integer not null,
    -- from then on whatever is declared for the year stands outside its plan
    issued_at   timestamptz not null,
    issued_by   integer not null,
    issued_name text not null,
    primary key (tenant, year)
);

-- How much may be inspected, from a day on (总量控制): of the government as a whole, of each unit, of one unit.
create table inspection.quota (
    tenant     integer not null,
    scope      text not null check (scope in ('total', 'each', 'unit')),
    unit       integer not null default 0,
    since      date not null,
    most       integer check (most >= 0),
    most_days  integer check (most_days >= 0),
    -- of one inspection, and of the days between two at the same unit
    longest    integer check (longest > 0),
    gap        integer check (gap >= 0),
    basis      text not null,
    entered_by integer not null,
    entered_at timestamptz not null,
    primary key (tenant, scope, unit, since),
    check ((scope = 'unit') = (unit <> 0))
);

create table inspection.declaration (
    tenant       integer not null,
    id           uuid not null,
    year         integer not null,
    title        text not null,
    basis        text not null,
    kind         text not null check (kind in ('comprehensive', 'special', 'incident', 'daily', 'lead-check')),
    methods      text[] not null,
    scope        text not null,
    first_day    date not null,
    last_day     date not null,
    days         integer not null check (days > 0),
    -- who inspects, and with whom
    unit         integer not null,
    joining      integer[] not null,
    unannounced  boolean not null,
    -- who decided it, where it stands outside the plan of the year
    decision     text,
    state        text not null check (state in ('declared', 'approved', 'merged', 'refused', 'withdrawn')),
    reason       text,
    merged_into  uuid,
    matter       uuid,
    version      integer not null,
    entered_by   integer not null,
    entered_unit integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    decided_by   integer,
    decided_name text,
    decided_at   timestamptz,
    primary key (tenant, id),
    check (last_day >= first_day),
    check ((state = 'approved') = (matter is not null)),
    check ((state = 'merged') = (merged_into is not null))
);
create index declaration_year on inspection.declaration (tenant, year);
create index declaration_matter on inspection.declaration (tenant, matter) where matter is not null;

create table inspection.inspected (
    tenant      integer not null,
    declaration uuid not null,
    unit        integer not null,
    primary key (tenant, declaration, unit),
    foreign key (tenant, declaration) references inspection.declaration (tenant, id)
);

-- A draw by lot that anybody can repeat: pool and secret are bound by their digests before the witnesses speak, and nobody can steer it alone.
create table inspection.draw (
    tenant        integer not null,
    id            uuid not null,
    declaration   uuid not null,
    wanted        integer not null check (wanted > 0),
    -- canonical text: criteria, candidates, exclusions with their reasons
    pool          text not null,
    pool_digest   bytea not null check (octet_length(pool_digest) = 32),
    secret        bytea not null check (octet_length(secret) = 32),
    commitment    bytea not null check (octet_length(commitment) = 32),
    -- canonical text: who watched and which words each spoke
    witnesses     text,
    seed          bytea check (octet_length(seed) = 32),
    drawn         integer[],
    state         text not null check (state in ('prepared', 'drawn', 'opened')),
    prepared_by   integer not null,
    prepared_name text not null,
    prepared_at   timestamptz not null,
    drawn_name    text,
    drawn_at      timestamptz,
    opened_name   text,
    opened_at     timestamptz,
    primary key (tenant, id),
    foreign key (tenant, declaration) references inspection.declaration (tenant, id),
    check ((state = 'prepared') = (seed is null)),
    check ((state = 'opened') = (opened_at is not null))
);
create index draw_declaration on inspection.draw (tenant, declaration);

-- Who was drawn and does not go; the next of the order goes instead.
create table inspection.declined (
    tenant  integer not null,
    draw    uuid not null,
    person  integer not null,
    reason  text not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (tenant, draw, person),
    foreign key (tenant, draw) references inspection.draw (tenant, id)
);

-- Who goes, once a draw was opened; what lets them see the inspection and record its visits.
create table inspection.member (
    tenant      integer not null,
    declaration uuid not null,
    person      integer not null,
    draw        uuid not null,
    since       timestamptz not null,
    until       timestamptz,
    primary key (tenant, declaration, person)
);
create index member_person on inspection.member (tenant, person);

create table inspection.visit (
    tenant      integer not null,
    -- made on the telephone that recorded it: however often it is sent, it arrives once
    id          uuid not null,
    declaration uuid not null,
    unit        integer not null,
    place       text not null,
    method      text not null,
    manner      text not null check (manner in ('unannounced', 'announced')),
    visited_at  timestamptz not null,
    latitude    numeric(9, 6),
    longitude   numeric(9, 6),
    accuracy    integer,
    notes       text not null,
    -- when it was kept on the telephone; none where it came straight from a form
    kept_at     timestamptz,
    arrived_at  timestamptz not null,
    person      integer not null,
    person_name text not null,
    post        integer not null,
    by_unit     integer not null,
    unit_name   text not null,
    primary key (tenant, id),
    foreign key (tenant, declaration) references inspection.declaration (tenant, id),
    check ((latitude is null) = (longitude is null))
);
create index visit_declaration on inspection.visit (tenant, declaration, visited_at);
create index visit_arrived on inspection.visit (tenant, arrived_at desc);

create table inspection.visit_finding (
    tenant integer not null,
    visit  uuid not null,
    no     integer not null,
    text   text not null,
    matter uuid,
    primary key (tenant, visit, no),
    foreign key (tenant, visit) references inspection.visit (tenant, id)
);
create index visit_finding_matter on inspection.visit_finding (tenant, matter) where matter is not null;

create table inspection.visit_file (
    tenant integer not null,
    visit  uuid not null,
    no     integer not null,
    hash   bytea not null check (octet_length(hash) = 32),
    primary key (tenant, visit, no),
    foreign key (tenant, visit) references inspection.visit (tenant, id)
);
create index visit_file_hash on inspection.visit_file (tenant, hash);
