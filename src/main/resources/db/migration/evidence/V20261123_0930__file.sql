-- Who handed in which file as evidence, and as what; the bytes lie in the file store under their SM3 hash.
create schema evidence;

-- One row per person and file: knowing a hash grants nothing, having handed the file in does.
create table evidence.file (
    tenant        integer     not null,
    hash          bytea       not null check (octet_length(hash) = 32),
    uploaded_by   integer     not null,
    uploaded_post integer     not null,
    uploaded_at   timestamptz not null,
    size          bigint      not null check (size > 0),
    media_type    text        not null,
    name          text        not null check (length(name) between 1 and 200),
    kind          text        not null check (kind in ('SITE_VISIT', 'DOCUMENT', 'PHOTO', 'RECORDING', 'PHONE')),
    primary key (tenant, hash, uploaded_by)
);

-- A file passed to a colleague of the same government, who may attach it from then on.
create table evidence.share (
    tenant    integer     not null,
    hash      bytea       not null,
    person    integer     not null,
    shared_by integer     not null,
    shared_at timestamptz not null,
    primary key (tenant, hash, person),
    foreign key (tenant, hash, shared_by) references evidence.file (tenant, hash, uploaded_by)
);

-- Published: what each person may attach to a matter, for the one query that an act loads with.
create view evidence.attachable as
    select tenant, hash, uploaded_by as person, size, media_type, name, kind, uploaded_by, uploaded_at
    from evidence.file
    union all
    select f.tenant, f.hash, s.person, f.size, f.media_type, f.name, f.kind, f.uploaded_by, f.uploaded_at
    from evidence.share s
    join evidence.file f on f.tenant = s.tenant and f.hash = s.hash and f.uploaded_by = s.shared_by
    where not exists (
        select from evidence.file own
        where own.tenant = s.tenant and own.hash = s.hash and own.uploaded_by = s.person);
