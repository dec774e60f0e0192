-- Bulletins: drafted around figures of the ledger, reviewed by somebody else, numbered without gaps, frozen when published.
create schema publication;

-- How a government signs its bulletins; without a row the words are derived from its name.
create table publication.issuer (
    tenant  integer primary key,
    mark    text not null check (mark <> ''),
    word    text not null check (word <> ''),
    contact text not null
);

create table publication.bulletin (
    tenant       integer not null,
    id           uuid not null,
    -- the supervising unit that issues it
    unit         integer not null,
    root         uuid not null,
    root_type    text not null,
    state        text not null check (state in ('drafted', 'in_review', 'approved', 'published', 'withdrawn')),
    title        text not null check (title <> ''),
    -- part → the editor's own words around the figures; a figure is never stored here
    texts        jsonb not null,
    as_of        timestamptz not null,
    embargo      timestamptz,
    drafted_by   integer not null,
    drafted_at   timestamptz not null,
    -- digest of what was approved: what is published must still be that
    approved     bytea check (length(approved) = 32),
    version      integer not null check (version > 0),
    withdrawn_at timestamptz,
    withdrawal   text,
    primary key (tenant, id),
    check ((state = 'withdrawn') = (withdrawal is not null)),
    check (state not in ('approved', 'published', 'withdrawn') or approved is not null)
);
create index bulletin_root on publication.bulletin (tenant, root);
create index bulletin_unit on publication.bulletin (tenant, unit, state);

-- What the public must not read: the words, or a whole part, and why. Kept for those who may know.
create table publication.redaction (
    tenant   integer not null,
    bulletin uuid not null,
    no       integer not null,
    part     text,
    words    text check (length(words) >= 2),
    reason   text not null check (reason <> ''),
    person   integer not null,
    name     text not null,
    at       timestamptz not null,
    primary key (tenant, bulletin, no),
    foreign key (tenant, bulletin) references publication.bulletin (tenant, id),
    check ((part is null) <> (words is null))
);

-- Who did what with a bulletin, in the names of that day.
create table publication.step (
    tenant      integer not null,
    bulletin    uuid not null,
    no          integer not null,
    act         text not null check (act in ('draft', 'save', 'refresh', 'redact', 'unredact', 'submit', 'return', 'approve', 'publish', 'withdraw')),
    at          timestamptz not null,
    person      integer not null,
    person_name text not null,
    post_name   text not null,
    unit_name   text not null,
    note        text not null,
    primary key (tenant, bulletin, no),
    foreign key (tenant, bulletin) references publication.bulletin (tenant, id)
);
create index step_person on publication.step (tenant, bulletin, person);

-- The last number given in a year. Its row is locked until the publication that took the number commits, so none is lost.
create table publication.series (
    tenant integer not null,
    year   integer not null,
    last   integer not null check (last > 0),
    primary key (tenant, year)
);

-- What was published, byte for byte, with the digest of it; and what stood under the redactions, for those who may know.
create table publication.frozen (
    tenant       integer not null,
    bulletin     uuid not null,
    number       text not null,
    year         integer not null,
    no           integer not null,
    title        text not null,
    content      text not null,
    digest       bytea not null check (length(digest) = 32),
    internal     text not null,
    published_at timestamptz not null,
    visible_from timestamptz not null,
    primary key (tenant, bulletin),
    unique (tenant, year, no),
    foreign key (tenant, bulletin) references publication.bulletin (tenant, id)
);
create index frozen_list on publication.frozen (visible_from desc, tenant, bulletin);

-- Every matter that the figures were counted from, at the version it had.
create table publication.counted (
    tenant   integer not null,
    bulletin uuid not null,
    matter   uuid not null,
    version  integer not null check (version > 0),
    head     bytea not null check (length(head) = 32),
    primary key (tenant, bulletin, matter),
    foreign key (tenant, bulletin) references publication.frozen (tenant, bulletin)
);

create function publication.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A published bulletin is frozen: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name;
end $$;

create trigger frozen_stays before update or delete on publication.frozen for each row execute function publication.refuse_change();
create trigger frozen_is_kept before truncate on publication.frozen for each statement execute function publication.refuse_change();
create trigger counted_stays before update or delete on publication.counted for each row execute function publication.refuse_change();
create trigger counted_is_kept before truncate on publication.counted for each statement execute function publication.refuse_change();
create trigger step_stays before update or delete on publication.step for each row execute function publication.refuse_change();
create trigger step_is_kept before truncate on publication.step for each statement execute function publication.refuse_change();

-- After publication a bulletin can be withdrawn, once, and nothing else.
create function publication.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'withdrawn'
        and (to_jsonb(new) - array['state', 'withdrawn_at', 'withdrawal', 'version']) = (to_jsonb(old) - array['state', 'withdrawn_at', 'withdrawal', 'version']) then
        return new;
    end if;
    raise exception 'A published bulletin is frozen: % is refused, it can only be withdrawn.', tg_op;
end $$;

create trigger bulletin_stays before update or delete on publication.bulletin for each row
    when (old.state in ('published', 'withdrawn')) execute function publication.refuse_rewriting();

create function publication.refuse_late_redaction() returns trigger language plpgsql as $$
begin
    if exists (select from publication.frozen f
               where f.tenant = coalesce(new.tenant, old.tenant) and f.bulletin = coalesce(new.bulletin, old.bulletin)) then
        raise exception 'A published bulletin is frozen: its redactions stay.';
    end if;
    return coalesce(new, old);
end $$;

create trigger redaction_stays before insert or update or delete on publication.redaction
    for each row execute function publication.refuse_late_redaction();
