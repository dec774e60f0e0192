-- Appraisal: schemes as versioned text that is consulted on and approved, rounds with frozen scores, and every step on a round as a line of the round's own chain.
create schema performance;

create table performance.scheme (
    tenant integer not null,
    id     uuid not null,
    -- the unit that appraises
    unit   integer not null,
    name   text not null check (name <> ''),
    primary key (tenant, id),
    unique (tenant, unit, name)
);

create table performance.scheme_version (
    tenant        integer not null,
    scheme        uuid not null,
    version       integer not null check (version > 0),
    state         text not null check (state in ('drafted', 'consulting', 'approved')),
    text          text not null,
    -- how often it was saved, for whoever saves over somebody else's words
    revision      integer not null,
    person        integer not null,
    person_name   text not null,
    post_name     text not null,
    at            timestamptz not null,
    -- the last day on which the appraised say what they think of it
    opinions_until date,
    approved_by   integer,
    approved_name text,
    approved_at   timestamptz,
    -- the first day on which it applies
    since         date,
    primary key (tenant, scheme, version),
    foreign key (tenant, scheme) references performance.scheme (tenant, id),
    check ((state = 'drafted') = (opinions_until is null)),
    check ((state = 'approved') = (since is not null and approved_by is not null and approved_at is not null)),
    check (approved_by <> person)
);
create unique index scheme_version_open on performance.scheme_version (tenant, scheme) where state <> 'approved';

create table performance.opinion (
    tenant      integer not null,
    scheme      uuid not null,
    version     integer not null,
    unit        integer not null,
    agrees      boolean not null,
    text        text not null,
    person_name text not null,
    post_name   text not null,
    at          timestamptz not null,
    -- what became of it: an objection is answered before the scheme is approved
    answer      text,
    primary key (tenant, scheme, version, unit),
    foreign key (tenant, scheme, version) references performance.scheme_version (tenant, scheme, version),
    check (agrees or text <> '')
);

create table performance.round (
    tenant       integer not null,
    id           uuid not null,
    scheme       uuid not null,
    version      integer not null,
    unit         integer not null,
    name         text not null,
    rhythm       text not null,
    first_day    date not null,
    last_day     date not null check (last_day >= first_day),
    -- scoring: counted and assessed; shown: to each of the appraised its own; final: published
    state        text not null check (state in ('scoring', 'shown', 'final')),
    score_until  date not null,
    counted_at   timestamptz,
    -- the last day on which the appraised may appeal
    appeal_until date,
    final_at     timestamptz,
    primary key (tenant, id),
    unique (tenant, scheme, first_day),
    foreign key (tenant, scheme, version) references performance.scheme_version (tenant, scheme, version),
    check ((state = 'scoring') = (appeal_until is null)),
    check ((state = 'final') = (final_at is not null))
);

-- One indicator of one of the appraised. What is owed has no points: silence is neither none of them nor all.
create table performance.score (
    tenant      integer not null,
    round       uuid not null,
    unit        integer not null,
    indicator   text not null,
    grouped     text not null,
    -- the unit that owes it; null where it is counted
    assessor    integer,
    state       text not null check (state in ('owed', 'scored', 'without')),
    numerator   numeric(14, 2),
    denominator numeric(14, 2),
    href        text not null,
    points      numeric(9, 2),
    reason      text not null,
    evidence    text not null,
    scored_by   integer,
    scored_name text,
    scored_at   timestamptz,
    -- it was changed after it had been shown to the appraised
    corrected   boolean not null,
    primary key (tenant, round, unit, indicator),
    foreign key (tenant, round) references performance.round (tenant, id),
    check ((state = 'scored') = (points is not null)),
    check (state <> 'owed' or scored_by is null)
);
create index score_owed on performance.score (tenant, assessor) where state = 'owed';
create index score_unit on performance.score (tenant, unit, round);

create table performance.appeal (
    tenant       integer not null,
    round        uuid not null,
    no           integer not null,
    unit         integer not null,
    indicator    text not null,
    reason       text not null check (reason <> ''),
    evidence     text not null,
    person       integer not null,
    person_name  text not null,
    at           timestamptz not null,
    due_on       date not null,
    state        text not null check (state in ('open', 'upheld', 'dismissed')),
    decision     text,
    decided_by   integer,
    decided_name text,
    decided_at   timestamptz,
    primary key (tenant, round, no),
    foreign key (tenant, round, unit, indicator) references performance.score (tenant, round, unit, indicator),
    check ((state = 'open') = (decision is null and decided_by is null and decided_at is null))
);
create unique index appeal_once on performance.appeal (tenant, round, unit, indicator);
create index appeal_open on performance.appeal (tenant, round) where state = 'open';

-- What a round came to, unit by unit: what its scores add up to, kept for rankings over many rounds.
create table performance.result (
    tenant  integer not null,
    round   uuid not null,
    unit    integer not null,
    grouped text not null,
    total   numeric(9, 2) not null,
    whole   numeric(9, 2) not null,
    vetoed  boolean not null,
    rank    integer not null check (rank > 0),
    primary key (tenant, round, unit),
    foreign key (tenant, round) references performance.round (tenant, id)
);
create index result_unit on performance.result (tenant, unit);

-- Who did what with a round and what it changed, each line with the digest of itself and of the one before it.
create table performance.step (
    tenant      integer not null,
    round       uuid not null,
    no          integer not null check (no > 0),
    act         text not null,
    at          timestamptz not null,
    person      integer not null,
    person_name text not null,
    post_name   text not null,
    unit_name   text not null,
    content     text not null,
    digest      bytea not null check (length(digest) = 32),
    primary key (tenant, round, no),
    foreign key (tenant, round) references performance.round (tenant, id)
);

create function performance.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What an appraisal came from is kept: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name;
end $$;

create trigger step_stays before update or delete on performance.step for each row execute function performance.refuse_change();
create trigger step_is_kept before truncate on performance.step for each statement execute function performance.refuse_change();
create trigger approved_stays before update or delete on performance.scheme_version for each row when (old.state = 'approved') execute function performance.refuse_change();
create trigger approved_is_kept before truncate on performance.scheme_version for each statement execute function performance.refuse_change();
