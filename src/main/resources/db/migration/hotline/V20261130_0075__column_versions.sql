-- Each way in which a column was laid out is kept: a bulletin stays with the one that it was begun from.
alter table hotline.media_column add column version integer not null default 1 check (version > 0);
alter table hotline.media_column drop constraint media_column_pkey, add primary key (tenant, month, version);

create function hotline.refuse_relaying() returns trigger language plpgsql as $$
begin
    raise exception 'A column stays as it was laid out: % is refused, save another version.', tg_op;
end $$;

create trigger media_column_stays before update or delete on hotline.media_column for each row execute function hotline.refuse_relaying();
create trigger media_column_is_kept before truncate on hotline.media_column for each statement execute function hotline.refuse_relaying();
