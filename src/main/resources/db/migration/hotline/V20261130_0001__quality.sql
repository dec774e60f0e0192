-- Sampled checks of calls and tickets: what a month's sample follows from, who checked what with which marks, what the agent said to it and who decided.
create table hotline.sample (
    tenant     integer not null,
    month      date not null check (extract(day from month) = 1),
    seed       text not null check (seed <> ''),
    each       integer not null check (each between 1 and 50),
    pool       integer not null,
    drawn_by   integer not null,
    drawn_name text not null,
    drawn_at   timestamptz not null,
    primary key (tenant, month)
);

create table hotline.quality (
    tenant        integer not null,
    id            uuid not null,
    month         date not null,
    ticket        uuid not null,
    agent         integer not null,
    marks         jsonb,
    points        integer check (points between 0 and 100),
    words         text,
    checked_by    integer,
    checked_name  text,
    checked_at    timestamptz,
    appeal        text,
    decided       integer check (decided between 0 and 100),
    decision      text,
    decided_by    integer,
    decided_name  text,
    primary key (tenant, id),
    foreign key (tenant, month) references hotline.sample (tenant, month),
    check ((points is null) = (checked_by is null)),
    check (checked_by is null or checked_by <> agent),
    check (appeal is null or checked_by is not null),
    check (decided_by is null or appeal is not null and decided_by <> agent and decided_by <> checked_by)
);
create unique index quality_ticket on hotline.quality (tenant, month, ticket);
