-- What a month's sample follows from is bound before anybody knows from what it is drawn: a secret that the house makes, by its digest.
create table hotline.sample_secret (
    tenant     integer not null,
    month      date not null check (extract(day from month) = 1),
    secret     bytea not null check (length(secret) = 32),
    commitment bytea not null check (length(commitment) = 32),
    bound_name text not null,
    bound_at   timestamptz not null,
    primary key (tenant, month)
);

create function hotline.refuse_rebinding() returns trigger language plpgsql as $$
begin
    raise exception 'What a sample follows from was bound once: % is refused.', tg_op;
end $$;

create trigger sample_secret_stays before update or delete on hotline.sample_secret for each row execute function hotline.refuse_rebinding();
create trigger sample_secret_is_kept before truncate on hotline.sample_secret for each statement execute function hotline.refuse_rebinding();

-- Of samples drawn before, the seed was typed; since then it follows from the secret, the pool and the words of whoever drew.
alter table hotline.sample
    add column words text,
    add column pool_text text,
    add check ((words is null) = (pool_text is null));
