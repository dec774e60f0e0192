-- Sheets of a source outside that numbers what it hands down: known by their source, their rows sealed, since they say who reported and how to call them.
alter table sheets.intake add column source text check (source <> '');
create index intake_source on sheets.intake (tenant, source, entered_at) where source is not null;

alter table sheets.book add column source text check (source <> '');
create unique index book_source on sheets.book (tenant, source) where source is not null;

-- the cells of a row that names people; cells itself is empty then
alter table sheets.line add column sealed bytea;
