-- Figures of a month as they were told to everybody: a correction is a version of its own with its reason, and the one before stays.
create table figures.published_month (
    tenant       integer not null,
    what         text not null check (what <> ''),
    month        date not null check (extract(day from month) = 1),
    version      integer not null check (version > 0),
    content      text not null,
    digest       bytea not null check (length(digest) = 32),
    reason       text check (reason <> ''),
    person       integer not null,
    by_name      text not null,
    published_at timestamptz not null,
    primary key (tenant, what, month, version),
    check ((version = 1) = (reason is null))
);

create function figures.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A month that was published stays as it was: % is refused, publish a correction.', tg_op;
end $$;

create trigger published_month_stays before update or delete on figures.published_month for each row execute function figures.refuse_change();
create trigger published_month_is_kept before truncate on figures.published_month for each statement execute function figures.refuse_change();
