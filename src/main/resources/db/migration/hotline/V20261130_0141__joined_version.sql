-- What the callers of joined tickets read in the place of the answer to their master, where that holds what is another caller's own.
create table hotline.joined_version (
    tenant integer not null,
    master uuid not null,
    entry  integer not null check (entry > 0),
    text   text not null check (text <> ''),
    person integer not null,
    name   text not null,
    at     timestamptz not null,
    primary key (tenant, master, entry)
);
