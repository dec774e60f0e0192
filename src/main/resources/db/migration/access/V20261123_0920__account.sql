-- Who may come in and how: accounts of staff, the log of sign-ins, tokens of programs, and the sessions in use.
create schema access;

-- One account per person. The password is a hash that names its own algorithm; a one-time password must be changed.
create table access.account (
    tenant       integer not null,
    person       integer not null,
    login        text not null check (login ~ '^[^[:space:]]{2,64}$'),
    password     text not null,
    must_change  boolean not null default false,
    failed       integer not null default 0 check (failed >= 0),
    locked_until timestamptz,
    disabled_at  timestamptz,
    disabled_by  integer,
    last_post    integer,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (tenant, person)
);
create unique index account_login on access.account (tenant, lower(login));

-- Append-only. What was typed is kept only where it is a known login: people type passwords into the wrong box.
create table access.sign_in (
    tenant  integer not null,
    id      bigint generated always as identity,
    at      timestamptz not null,
    person  integer,
    outcome text not null check (outcome in ('OK', 'WRONG', 'LOCKED', 'DISABLED', 'NO_POST')),
    address text not null,
    primary key (tenant, id)
);
create index sign_in_person on access.sign_in (tenant, person, id desc);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The log of sign-ins is append-only.';
end $$;
create trigger sign_in_append_only before update or delete or truncate on access.sign_in
    for each statement execute function access.refuse_change();

-- Bearer tokens act for one person in one post. Only the SHA-256 of the random secret is kept: 256 random bits need no
-- slow password hash, and every request checks one.
create table access.token (
    tenant       integer not null,
    id           uuid not null,
    digest       bytea not null check (length(digest) = 32),
    name         text not null check (name <> ''),
    person       integer not null,
    post         integer not null,
    created_by   integer not null,
    created_at   timestamptz not null,
    expires_on   date not null,
    revoked_at   timestamptz,
    revoked_by   integer,
    last_used_on date,
    primary key (tenant, id),
    unique (tenant, digest)
);
create index token_person on access.token (tenant, person);

-- Spring Session's own tables (its names, its types): a session survives a restart and is known to every node.
create table access.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);

create table access.session_attributes (
    session_primary_id char(36) not null references access.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
