-- What a ticket has besides its matter: the code that opens it to its caller, and what the desk works with: which unit it is, what is being typed, who is competent for what.
create schema hotline;

-- Which unit answers the line, from a day on.
create table hotline.desk (
    tenant       integer not null,
    since        date not null,
    unit         integer not null,
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    primary key (tenant, since)
);

-- Keyed digest of the query code: nobody reads a code out of the database.
create table hotline.code (
    tenant integer not null,
    matter uuid not null,
    code   bytea not null check (length(code) = 32),
    at     timestamptz not null,
    primary key (tenant, matter)
);

-- Wrong codes, by keyed digests of the address they came from and of what was asked for.
create table hotline.guess (
    tenant  integer not null,
    id      bigint generated always as identity,
    at      timestamptz not null,
    address bytea not null check (length(address) = 32),
    subject bytea not null check (length(subject) = 32),
    primary key (tenant, id)
);
create index guess_address on hotline.guess (tenant, address, at);
create index guess_subject on hotline.guess (tenant, subject, at);

-- The agent's screen as it is being filled in, sealed as a whole since telephones stand in it; gone once it is a ticket.
create table hotline.draft (
    tenant integer not null,
    id     uuid not null,
    person integer not null,
    post   integer not null,
    sealed bytea not null,
    at     timestamptz not null,
    primary key (tenant, id)
);
create index draft_person on hotline.draft (tenant, person, post);

-- Which unit is competent for a category, everywhere or in one area, from a day on until another.
create table hotline.competence (
    tenant       integer not null,
    no           integer not null check (no > 0),
    category     text not null check (category <> ''),
    area         integer,
    unit         integer not null,
    since        date not null,
    until        date,
    basis        text not null,
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    primary key (tenant, no),
    check (until is null or until >= since)
);
create index competence_category on hotline.competence (tenant, category);
