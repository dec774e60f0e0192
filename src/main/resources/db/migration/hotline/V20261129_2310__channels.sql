-- Every channel beside the telephone: what came in once stays once, what is too much waits apart, and the answer goes back the same way.

-- Programs that report through Open311, each with a key of which only the digest is kept.
create table hotline.client (
    tenant       integer not null,
    no           integer not null check (no > 0),
    name         text not null check (name <> ''),
    digest       bytea not null check (length(digest) = 32),
    issued_by    integer not null,
    issued_name  text not null,
    issued_at    timestamptz not null,
    revoked_at   timestamptz,
    revoked_name text,
    used_on      date,
    primary key (tenant, no),
    unique (tenant, digest)
);

-- What came in by a channel that numbers its messages, however often it was brought. Numbers and senders are keyed digests.
create table hotline.arrival (
    tenant integer not null,
    source text not null,
    digest bytea not null check (length(digest) = 32),
    -- the number itself, where the answer goes back under it
    sealed bytea,
    became text not null check (became in ('ticket', 'addition', 'held', 'ignored')),
    matter uuid,
    sender bytea check (length(sender) = 32),
    -- where an Open311 client keeps the picture that it sent
    media  text,
    at     timestamptz not null,
    primary key (tenant, source, digest),
    check ((matter is null) = (became in ('held', 'ignored')))
);
create index arrival_matter on hotline.arrival (tenant, matter) where matter is not null;
create index arrival_sender on hotline.arrival (tenant, source, sender, at) where sender is not null;

-- What no ticket was made of by itself, sealed as a whole, until the desk takes it or lays it aside.
create table hotline.held (
    tenant       integer not null,
    id           uuid not null,
    source       text not null,
    sender       bytea not null check (length(sender) = 32),
    why          text not null check (why in ('many', 'refused')),
    sealed       bytea not null,
    at           timestamptz not null,
    done_at      timestamptz,
    done_name    text,
    matter       uuid,
    primary key (tenant, id)
);
create index held_waiting on hotline.held (tenant, sender, at) where done_at is null;

-- Answers on their way back to callers; the code stands sealed in the first one until it has left.
create table hotline.outgoing (
    tenant     integer not null,
    id         uuid not null,
    matter     uuid not null,
    channel    text not null check (channel in ('mail', 'sms', 'message', 'platform')),
    -- the entry that it tells of; 0 for number and code
    entry      integer not null check (entry >= 0),
    sealed     bytea,
    state      text not null check (state in ('pending', 'sending', 'sent', 'failed')),
    attempts   integer not null default 0,
    not_before timestamptz not null,
    claimed_at timestamptz,
    said       text not null default '',
    made_at    timestamptz not null,
    done_at    timestamptz,
    primary key (tenant, id),
    unique (tenant, matter, channel, entry)
);
create index outgoing_pending on hotline.outgoing (tenant, not_before) where state = 'pending';
create index outgoing_sending on hotline.outgoing (tenant, claimed_at) where state = 'sending';
create index outgoing_failed on hotline.outgoing (tenant, made_at) where state = 'failed';

-- The mailbox of the government's leader: where it is, and how far it was read.
create table hotline.mailbox (
    tenant       integer not null primary key,
    settings     jsonb not null,
    sealed       bytea not null,
    active       boolean not null,
    since        timestamptz not null,
    validity     bigint not null default 0,
    last         bigint not null default 0,
    read_at      timestamptz,
    fault        text not null default '',
    faulty_since timestamptz,
    changed_by   integer not null,
    changed_name text not null,
    changed_at   timestamptz not null
);

-- Who may knock from outside: gateways of texts, messaging accounts, the telephone exchange, platforms above; each with a secret of its own.
create table hotline.hook (
    tenant       integer not null,
    no           integer not null check (no > 0),
    kind         text not null check (kind in ('sms', 'message', 'phone', 'platform')),
    name         text not null check (name <> ''),
    -- where answers go back to; empty for texts, which leave through the gateway for texts
    url          text not null,
    sealed       bytea not null,
    active       boolean not null,
    used_at      timestamptz,
    changed_by   integer not null,
    changed_name text not null,
    changed_at   timestamptz not null,
    primary key (tenant, no)
);

-- Calls as the exchange tells of them: the number sealed until the call ended and was written down.
create table hotline.ringing (
    tenant      integer not null,
    id          uuid not null,
    hook        integer not null,
    digest      bytea not null check (length(digest) = 32),
    sealed      bytea,
    person      integer,
    rung_at     timestamptz not null,
    answered_at timestamptz,
    ended_at    timestamptz,
    primary key (tenant, id),
    unique (tenant, hook, digest)
);
create index ringing_open on hotline.ringing (tenant, rung_at) where ended_at is null;

-- What the public form took, by a keyed digest of where it came from.
create table hotline.filed (
    tenant  integer not null,
    id      bigint generated always as identity,
    at      timestamptz not null,
    address bytea not null check (length(address) = 32),
    primary key (tenant, id)
);
create index filed_address on hotline.filed (tenant, address, at);
create index filed_at on hotline.filed (tenant, at);
