-- Answers as they were handed back to a platform above as a sheet: which ones, when and by whom; and how the platform calls its columns.
create table hotline.hand_back (
    tenant    integer not null,
    id        uuid not null,
    source    text not null check (source <> ''),
    -- counted per platform
    no        integer not null check (no > 0),
    columns   jsonb not null,
    rows      integer not null check (rows > 0),
    -- SM3 of the rows as they were written
    digest    bytea not null check (length(digest) = 32),
    -- the one that it repeats, where it was asked for once more
    again     uuid,
    made_by   integer not null,
    made_name text not null,
    made_at   timestamptz not null,
    primary key (tenant, id),
    unique (tenant, source, no)
);

create table hotline.handed (
    tenant    integer not null,
    hand_back uuid not null,
    -- its place in the sheet
    no        integer not null check (no > 0),
    matter    uuid not null,
    -- what answers it: a ticket that was joined is answered by the one that goes on for it
    answering uuid not null,
    entry     integer not null check (entry > 0),
    satisfaction text not null,
    again     boolean not null,
    primary key (tenant, hand_back, no),
    foreign key (tenant, hand_back) references hotline.hand_back (tenant, id)
);
-- an answer is handed back once, whoever is faster, unless somebody asks for it again
create unique index handed_once on hotline.handed (tenant, matter, answering, entry) where not again;

create table hotline.answer_sheet (
    tenant       integer not null,
    source       text not null check (source <> ''),
    columns      jsonb not null,
    changed_by   integer not null,
    changed_name text not null,
    changed_at   timestamptz not null,
    primary key (tenant, source)
);
