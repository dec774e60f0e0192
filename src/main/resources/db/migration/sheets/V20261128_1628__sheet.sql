-- A spreadsheet on its way into the ledger, its rows as they were read, and which row of which ledger outside became which matter.
create schema sheets;

-- a ledger outside the house in all its issues
create table sheets.book (
    tenant    integer not null,
    id        uuid not null,
    title     text not null,
    type      text not null,
    unit      integer not null,
    mapping   jsonb not null,
    opened_at timestamptz not null,
    primary key (tenant, id)
);

create table sheets.book_row (
    tenant  integer not null,
    book    uuid not null,
    matter  uuid not null,
    key     text,
    -- where it stood in the latest issue
    place   integer not null,
    -- what the latest issue said and was taken over
    content jsonb not null,
    primary key (tenant, book, matter),
    foreign key (tenant, book) references sheets.book (tenant, id)
);

-- matters that were opened because a column names them, such as the finding above its measures
create table sheets.book_parent (
    tenant integer not null,
    book   uuid not null,
    title  text not null,
    matter uuid not null,
    primary key (tenant, book, title),
    foreign key (tenant, book) references sheets.book (tenant, id)
);

-- one sheet of a file
create table sheets.intake (
    tenant       integer not null,
    id           uuid not null,
    file         uuid not null,
    name         text not null,
    -- SM3 of the file: the same file twice is noticed
    digest       bytea not null check (length(digest) = 32),
    sheet        integer not null,
    sheet_name   text not null,
    rows         integer not null,
    spans        jsonb not null,
    mapping      jsonb not null,
    state        text not null check (state in ('draft', 'checking', 'checked', 'running', 'done', 'stopped', 'discarded')),
    -- why it stopped, in both languages
    stopped      jsonb,
    total        integer not null,
    done         integer not null,
    version      integer not null,
    book         uuid,
    unit         integer not null,
    entered_by   integer not null,
    entered_post integer not null,
    entered_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (tenant, id)
);
create index intake_file on sheets.intake (tenant, file);
create index intake_digest on sheets.intake (tenant, digest);
create index intake_at_work on sheets.intake (tenant, entered_at) where state in ('checking', 'running');

create table sheets.line (
    tenant  integer not null,
    intake  uuid not null,
    no      integer not null,
    cells   text[] not null,
    -- what the check found
    outcome text check (outcome in ('none', 'new', 'changed', 'held', 'unchanged', 'faulty')),
    content jsonb,
    -- sentences of faults and doubts, and of what changed
    remarks jsonb,
    matter  uuid,
    -- what became of it
    done    boolean not null,
    primary key (tenant, intake, no),
    foreign key (tenant, intake) references sheets.intake (tenant, id)
);
create index line_outcome on sheets.line (tenant, intake, outcome, done, no);
create index line_matter on sheets.line (tenant, intake, matter) where matter is not null;
