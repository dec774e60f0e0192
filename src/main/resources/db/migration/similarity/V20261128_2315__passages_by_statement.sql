-- The passages of new matters and entries are written once a statement and no longer once a row: an import of many spends most of its time there.
create function similarity.keep_opened() returns trigger language plpgsql as $$
begin
    insert into similarity.passage (tenant, matter, kind, no, month, opened_at, text)
    select m.tenant, m.id, 0, 0, similarity.month_of(m.opened_at), m.opened_at, similarity.fold(m.number || E'\n' || m.title) from opened m
    union all
    select m.tenant, m.id, 1, 0, similarity.month_of(m.opened_at), m.opened_at, similarity.fold(m.body) from opened m where m.body <> '';
    return null;
end $$;

-- One look by key for each entry, however many the ledger holds: the offset keeps the view from being joined as a whole.
create function similarity.keep_said() returns trigger language plpgsql as $$
begin
    insert into similarity.passage (tenant, matter, kind, no, month, opened_at, text)
    select t.tenant, t.matter, t.kind, t.no, similarity.month_of(t.opened_at), t.opened_at, similarity.fold(t.text)
    from said s cross join lateral (select * from ledger.text_row r where r.tenant = s.tenant and r.matter = s.matter and r.kind = 2 and r.no = s.no offset 0) t
    where s.payload ?| array['note', 'reason', 'verdict'];
    return null;
end $$;

drop trigger matter_opened on ledger.matter;
drop trigger entry_said on ledger.entry;
create trigger matter_opened after insert on ledger.matter referencing new table as opened for each statement execute function similarity.keep_opened();
create trigger entry_said after insert on ledger.entry referencing new table as said for each statement execute function similarity.keep_said();
