-- What agents answer from: each entry has a unit that owns it, what it rests on and a last day; whoever finds it wrong makes it a task of the owner.
create table hotline.knowledge (
    tenant     integer not null,
    id         uuid not null,
    no         integer not null check (no > 0),
    unit       integer not null,
    title      text not null check (title <> ''),
    body       text not null check (body <> ''),
    sources    text not null check (sources <> ''),
    expires_on date not null,
    open       boolean not null,
    searched   text not null,
    meaning    bytea,
    by_person  integer not null,
    by_name    text not null,
    at         timestamptz not null,
    primary key (tenant, id)
);

-- What an entry said before it was changed.
create table hotline.knowledge_past (
    tenant     integer not null,
    id         uuid not null,
    no         integer not null,
    title      text not null,
    body       text not null,
    sources    text not null,
    expires_on date not null,
    by_name    text not null,
    at         timestamptz not null,
    primary key (tenant, id, no),
    foreign key (tenant, id) references hotline.knowledge (tenant, id)
);

-- Somebody says that an entry is wrong; answered by its owner.
create table hotline.wrong (
    tenant        integer not null,
    id            uuid not null,
    knowledge     uuid not null,
    words         text not null check (words <> ''),
    said_by       text,
    at            timestamptz not null,
    due_on        date not null,
    outcome       text check (outcome in ('corrected', 'right')),
    answer        text,
    answered_by   integer,
    answered_name text,
    answered_at   timestamptz,
    primary key (tenant, id),
    foreign key (tenant, knowledge) references hotline.knowledge (tenant, id),
    check ((outcome is null) = (answered_by is null))
);
create index wrong_open on hotline.wrong (tenant, knowledge) where outcome is null;
