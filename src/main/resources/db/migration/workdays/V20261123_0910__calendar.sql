-- What a tenant knows beyond the shipped calendar: later notices, regional days and hours, each with its publication date,
-- so that a deadline can be counted as it was known on any day. Rows are added and withdrawn, never changed or deleted.
create schema workdays;

-- One row per tenant that ever changed its calendar: every node compares this number with the one it holds in memory.
-- The number of a change also names the rows it wrote and orders corrections.
create table workdays.version (
    tenant  integer primary key,
    version bigint not null check (version > 0)
);

create table workdays.notice (
    tenant       integer not null,
    change       bigint not null,
    region       char(6) not null check (region ~ '^[0-9]{6}$'),
    year         integer not null check (year between 2000 and 2200),
    published_on date not null,
    title        text not null check (title <> ''),
    entered_by   integer,
    entered_at   timestamptz not null,
    primary key (tenant, change)
);

create table workdays.notice_day (
    tenant integer not null,
    change bigint not null,
    day    date not null,
    kind   text not null check (kind in ('off', 'on')),
    name   text not null,
    primary key (tenant, change, day),
    foreign key (tenant, change) references workdays.notice
);

create table workdays.day_override (
    tenant           integer not null,
    change           bigint not null,
    region           char(6) not null check (region ~ '^[0-9]{6}$'),
    day              date not null,
    kind             text not null check (kind in ('off', 'on')),
    name             text not null check (name <> ''),
    source           text not null,
    published_on     date not null,
    entered_by       integer,
    entered_at       timestamptz not null,
    withdrawn_on     date,
    withdrawn_by     integer,
    withdrawn_reason text,
    primary key (tenant, change),
    check ((withdrawn_on is null) = (withdrawn_reason is null)),
    check (withdrawn_on >= published_on)
);

create table workdays.working_hours (
    tenant     integer not null,
    change     bigint not null,
    region     char(6) not null check (region ~ '^[0-9]{6}$'),
    valid_from date not null,
    opens      time not null,
    closes     time not null,
    entered_by integer,
    entered_at timestamptz not null,
    primary key (tenant, change, opens),
    check (opens < closes)
);
