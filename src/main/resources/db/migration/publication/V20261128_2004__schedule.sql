-- Which bulletins of a period are begun by themselves, for whom and on which day; nothing is ever published by itself.
create table publication.schedule (
    tenant     integer not null,
    no         integer not null,
    ledger     text not null,
    type       text,
    rhythm     text not null check (rhythm in ('weekly', 'half-month', 'monthly', 'quarterly')),
    -- of a week the day, 1 for Monday; otherwise the last working day of the period
    weekday    integer check (weekday between 1 and 7),
    -- in whose to-do list it stands, in this post; its unit issues it
    person     integer not null,
    post       integer not null,
    unit       integer not null,
    since      date not null,
    stopped_at timestamptz,
    primary key (tenant, no),
    check ((rhythm = 'weekly') = (weekday is not null))
);

-- What was begun for which period: once, however many nodes look.
create table publication.scheduled (
    tenant    integer not null,
    schedule  integer not null,
    starts_on date not null,
    bulletin  uuid,
    -- why there is none, as where the period had no matters: the key of a sentence
    fault     text,
    at        timestamptz not null,
    primary key (tenant, schedule, starts_on),
    foreign key (tenant, schedule) references publication.schedule (tenant, no),
    check ((bulletin is null) <> (fault is null))
);
create index scheduled_bulletin on publication.scheduled (tenant, bulletin) where bulletin is not null;
