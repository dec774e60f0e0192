-- The kernel: a matter, who answers for it, its clocks and its chained timeline. The entries are the record; every other table is what they add up to.
create schema ledger;

-- Types shipped with the product stand under tenant 0; a tenant's own stand under its number. A published version never changes.
create table ledger.matter_type (
    tenant       integer not null,
    name         text not null,
    version      integer not null check (version > 0),
    ledger       text not null,
    status       text not null check (status in ('draft', 'published', 'withdrawn')),
    yaml         text not null,
    valid_from   date,
    valid_to     date,
    drafted_by   integer,
    drafted_at   timestamptz not null,
    published_by integer,
    published_at timestamptz,
    primary key (tenant, name, version),
    check (status = 'draft' or published_at is not null)
);

create table ledger.matter (
    tenant       integer not null,
    id           uuid not null,
    ledger       text not null,
    type         text not null,
    type_tenant  integer not null,
    type_version integer not null,
    number       text not null,
    title        text not null check (title <> ''),
    body         text not null,
    fields       jsonb not null,
    state        text not null,
    phase        text not null check (phase in ('draft', 'open', 'settled', 'ended', 'merged', 'void')),
    owes         text,
    parent       uuid,
    position     integer not null,
    secrecy      text not null check (secrecy in ('public', 'internal', 'work_secret', 'named_persons')),
    imported     boolean not null,
    received_on  date not null,
    due_on       date,
    due_at       timestamptz,
    settled_at   timestamptz,
    merged_into  uuid,
    opened_at    timestamptz not null,
    -- number of the latest entry: the optimistic lock and the length of the chain are one figure
    version      integer not null check (version > 0),
    head         bytea not null check (length(head) = 32),
    primary key (tenant, id),
    unique (tenant, number),
    foreign key (type_tenant, type, type_version) references ledger.matter_type (tenant, name, version)
);
create index matter_parent on ledger.matter (tenant, parent) where parent is not null;
create index matter_list on ledger.matter (tenant, type, phase, due_at, id);

create table ledger.responsibility (
    tenant integer not null,
    matter uuid not null,
    no     integer not null,
    role   text not null,
    unit   integer not null,
    post   integer,
    since  timestamptz not null,
    until  timestamptz,
    primary key (tenant, matter, no),
    foreign key (tenant, matter) references ledger.matter (tenant, id),
    check (until is null or until >= since)
);
create index responsibility_unit on ledger.responsibility (tenant, unit, matter);
create index responsibility_post on ledger.responsibility (tenant, post, matter) where post is not null;

create table ledger.assignment (
    tenant      integer not null,
    matter      uuid not null,
    no          integer not null,
    role        text not null,
    unit        integer not null,
    state       text not null check (state in ('given', 'received', 'answered', 'accepted', 'returned', 'withdrawn')),
    -- where it lies inside the unit: nowhere special, or with the handler, the reviewer, the signatory, or signed
    stage       text not null check (stage in ('unit', 'handling', 'reviewing', 'signing', 'signed')),
    desk        integer,
    given_at    timestamptz not null,
    due_on      date,
    received_at timestamptz,
    received_by integer,
    answered_at timestamptz,
    answer      text,
    verdict     text,
    primary key (tenant, matter, no),
    foreign key (tenant, matter) references ledger.matter (tenant, id)
);
create index assignment_unit on ledger.assignment (tenant, unit, matter);

create table ledger.clock (
    tenant      integer not null,
    matter      uuid not null,
    no          integer not null,
    name        text not null,
    assignment  integer,
    budget      text not null,
    state       text not null check (state in ('running', 'paused', 'stopped')),
    started_at  timestamptz not null,
    -- from when the rest is counted: the start, or the moment it was last continued
    counted_from timestamptz not null,
    remaining   text,
    due_at      timestamptz not null,
    last_day    date not null,
    provisional boolean not null,
    extended    integer not null,
    stopped_at  timestamptz,
    primary key (tenant, matter, no),
    foreign key (tenant, matter) references ledger.matter (tenant, id)
);
create index clock_due on ledger.clock (tenant, due_at) where state = 'running';

create table ledger.clock_entry (
    tenant   integer not null,
    matter   uuid not null,
    clock    integer not null,
    no       integer not null,
    entry    integer not null,
    kind     text not null check (kind in ('start', 'stop', 'pause', 'resume', 'extend', 'renew', 'recalendar')),
    at       timestamptz not null,
    last_day date,
    reason   text not null,
    primary key (tenant, matter, clock, no),
    foreign key (tenant, matter, clock) references ledger.clock (tenant, matter, no)
);

create table ledger.entry (
    tenant      integer not null,
    matter      uuid not null,
    no          integer not null,
    act         text not null,
    at          timestamptz not null,
    person      integer not null,
    person_name text not null,
    post        integer not null,
    post_name   text not null,
    unit        integer not null,
    unit_name   text not null,
    -- entered on behalf of somebody (代录): who it was, in words
    behalf_unit integer,
    behalf_name text,
    from_state  text,
    to_state    text not null,
    -- null once erased by a recorded rule; digest and chain stay
    payload     jsonb,
    salt        bytea,
    digest      bytea not null check (length(digest) = 32),
    previous    bytea not null check (length(previous) = 32),
    hash        bytea not null check (length(hash) = 32),
    primary key (tenant, matter, no),
    foreign key (tenant, matter) references ledger.matter (tenant, id),
    check ((payload is null) = (salt is null))
);
create index entry_at on ledger.entry (tenant, at);

create table ledger.evidence (
    tenant     integer not null,
    matter     uuid not null,
    no         integer not null,
    entry      integer not null,
    assignment integer,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    name       text not null,
    kind       text not null,
    media_type text not null,
    size       bigint not null,
    primary key (tenant, matter, no),
    foreign key (tenant, matter) references ledger.matter (tenant, id)
);
create index evidence_hash on ledger.evidence (tenant, hash);

create table ledger.relation (
    tenant       integer not null,
    matter       uuid not null,
    no           integer not null,
    kind         text not null check (kind in ('duplicate_of', 'has_duplicate', 'derived_from', 'has_derived', 'escalated_to', 'escalated_from')),
    other_tenant integer not null,
    other        uuid not null,
    since        timestamptz not null,
    until        timestamptz,
    primary key (tenant, matter, no),
    foreign key (tenant, matter) references ledger.matter (tenant, id)
);
create index relation_other on ledger.relation (other_tenant, other);

-- One row an act, in the act's own transaction; a dispatcher hands it to the listeners after commit and deletes it.
create table ledger.outbox (
    tenant integer not null,
    matter uuid not null,
    no     integer not null,
    at     timestamptz not null,
    primary key (tenant, matter, no)
);

create table ledger.delivered (
    tenant   integer not null,
    matter   uuid not null,
    no       integer not null,
    listener text not null,
    at       timestamptz not null,
    primary key (tenant, matter, no, listener)
);

create table ledger.idempotency (
    tenant  integer not null,
    post    integer not null,
    key     text not null check (length(key) between 1 and 200),
    -- digest of what was asked: the same key with another request is refused, not replayed
    request bytea not null,
    matter  uuid not null,
    no      integer not null,
    at      timestamptz not null,
    primary key (tenant, post, key)
);

-- Numbers are taken in blocks, each in its own short transaction, so that no hot row stands in an act's way; they may have gaps.
create table ledger.number_series (
    tenant integer not null,
    series text not null,
    next   bigint not null,
    primary key (tenant, series)
);

-- A Merkle root over all heads of the tenant, once a day; the roots leave the database.
create table ledger.anchor (
    tenant   integer not null,
    no       integer not null,
    cut_at   timestamptz not null,
    matters  integer not null,
    root     bytea not null check (length(root) = 32),
    previous bytea not null check (length(previous) = 32),
    primary key (tenant, no)
);

-- Citizens' names, phones, numbers and addresses: sealed (SM4-GCM, key outside the database), here and nowhere else.
create table ledger.personal (
    tenant    integer not null,
    id        uuid not null,
    matter    uuid not null,
    kind      text not null check (kind in ('name', 'phone', 'id_number', 'address', 'other')),
    sealed    bytea not null,
    added_at  timestamptz not null,
    erased_at timestamptz,
    primary key (tenant, id),
    foreign key (tenant, matter) references ledger.matter (tenant, id)
);
create index personal_matter on ledger.personal (tenant, matter);

-- What lists show: one row a matter with the unit that leads it; rooms above join this view, never the tables.
create view ledger.matter_row as
select m.tenant, m.id, m.ledger, m.type, m.number, m.title, m.state, m.phase, m.owes, m.parent, m.position, m.secrecy,
       m.imported, m.fields, m.received_on, m.due_on, m.due_at, m.settled_at, m.merged_into, m.opened_at, m.version,
       lead.unit as lead_unit
from ledger.matter m
left join lateral (
    select r.unit from ledger.responsibility r
    where r.tenant = m.tenant and r.matter = m.id and r.role = 'lead' and r.until is null
    order by r.no limit 1) lead on true;
