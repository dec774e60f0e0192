-- Good and bad ratings: what was served and may be rated once, what was said, what is doubtful about it; nobody's silence is a row of what was said.
create schema rating;

-- Which unit looks after ratings, from a day on.
create table rating.office (
    tenant       integer not null,
    since        date not null,
    unit         integer not null,
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    primary key (tenant, since)
);

-- A device at a window; its token is kept as a digest.
create table rating.device (
    tenant       integer not null,
    id           uuid not null,
    name         text not null check (name <> ''),
    unit         integer not null,
    digest       bytea not null check (length(digest) = 32),
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    revoked_at   timestamptz,
    primary key (tenant, id)
);

create unique index device_digest on rating.device (tenant, digest);

-- One visit, or one matter handled once: what a rating is about.
create table rating.service (
    tenant    integer not null,
    id        uuid not null,
    item      text not null check (item <> ''),
    unit      integer not null,
    person    integer,
    matter    uuid,
    round     integer not null default 0,
    device    uuid,
    served_at timestamptz not null,
    primary key (tenant, id)
);
create unique index service_matter on rating.service (tenant, matter, round) where matter is not null;
create index service_served on rating.service (tenant, served_at, id);

-- What was said about it, once. Of whoever said it there is a keyed digest of device and address, and nothing else.
create table rating.given (
    tenant        integer not null,
    service       uuid not null,
    level         smallint not null check (level between 1 and 5),
    words         text not null,
    channel       text not null check (channel in ('device', 'link', 'follow', 'callback')),
    source        bytea check (length(source) = 32),
    at            timestamptz not null,
    rectification uuid,
    primary key (tenant, service),
    foreign key (tenant, service) references rating.service (tenant, id)
);
create index given_source on rating.given (tenant, source, at) where source is not null;
create index given_at on rating.given (tenant, at);

-- Why a rating is in doubt.
create table rating.doubt (
    tenant  integer not null,
    service uuid not null,
    why     text not null check (why in ('same-source', 'bulk', 'same-words', 'staff')),
    at      timestamptz not null,
    primary key (tenant, service, why),
    foreign key (tenant, service) references rating.given (tenant, service)
);
