-- What was suggested to the desk beside what it decided, and what the callers of joined tickets say of the answer to their master.

-- One row for each ticket that was sent on, as the page showed it at that moment: what was suggested in real use can be held against what people chose.
create table hotline.suggested (
    tenant          integer not null,
    matter          uuid not null,
    entry           integer not null check (entry > 0),
    at              timestamptz not null,
    certainty       text not null check (certainty in ('very_likely', 'likely', 'possible', 'none')),
    category        text not null,
    unit            integer,
    chosen_category text not null,
    chosen_unit     integer not null,
    primary key (tenant, matter, entry)
);
create index suggested_at on hotline.suggested (tenant, at);

-- Whoever reported what goes on under another ticket is called back as well, and rates the answer by themselves: an attempt a row.
create table hotline.joined_call (
    tenant integer not null,
    matter uuid not null,
    no     integer not null check (no > 0),
    master uuid not null,
    answer integer not null,
    said   text not null check (said in ('rated', 'unreached', 'given-up', 'parted')),
    level  integer check (level between 1 and 5),
    words  text not null,
    at     timestamptz not null,
    person integer not null,
    name   text not null,
    primary key (tenant, matter, no),
    check ((said = 'rated') = (level is not null))
);
create index joined_call_master on hotline.joined_call (tenant, master);

-- The matters of supervision that a rule opened, each once for what it was about, with the reason as it was told.
create table hotline.driven (
    tenant integer not null,
    rule   text not null check (rule in ('repeated', 'unsolved', 'again', 'crowd')),
    about  text not null check (about <> ''),
    matter uuid not null,
    reason text not null,
    at     timestamptz not null,
    primary key (tenant, rule, about)
);
create index driven_matter on hotline.driven (tenant, matter);
