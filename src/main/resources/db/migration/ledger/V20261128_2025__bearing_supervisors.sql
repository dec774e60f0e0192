-- A supervisor reads lists of every bureau and sees their matters through one other row, that of the supervising role. Kept in
-- each bearing, it need not be looked up for a thousand rows that are only counted.
alter table ledger.bearing add column supervisors integer[] not null default '{}';

create function ledger.supervisors(of_tenant integer, of_matter uuid) returns integer[] language sql stable return
    (select coalesce(array_agg(distinct r.unit order by r.unit), '{}') from ledger.responsibility r where r.tenant = of_tenant and r.matter = of_matter and r.role = 'supervisor');

create or replace function ledger.keep_bearing() returns trigger language plpgsql as $$
begin
    insert into ledger.bearing (tenant, matter, no, role, unit, post, now, owing, type, state, phase, secrecy, due_at, supervisors)
    select r.tenant, r.matter, r.no, r.role, r.unit, r.post, r.until is null, ledger.owing(r.role, r.until, m.owes, m.phase),
           m.type, m.state, m.phase, m.secrecy, coalesce(m.due_at, 'infinity'), ledger.supervisors(r.tenant, r.matter)
    from fresh r join ledger.matter m on m.tenant = r.tenant and m.id = r.matter
    on conflict (tenant, matter, no) do update set (role, unit, post, now, owing, type, state, phase, secrecy, due_at, supervisors)
        = (excluded.role, excluded.unit, excluded.post, excluded.now, excluded.owing, excluded.type, excluded.state, excluded.phase, excluded.secrecy, excluded.due_at, excluded.supervisors);
    -- whoever came to supervise a matter sees what was borne in it before
    if exists (select from fresh r where r.role = 'supervisor') then
        update ledger.bearing b set supervisors = n.supervisors
        from (select r.tenant, r.matter, ledger.supervisors(r.tenant, r.matter) as supervisors from (select distinct tenant, matter from fresh where role = 'supervisor') r) n
        where b.tenant = n.tenant and b.matter = n.matter and b.supervisors <> n.supervisors;
    end if;
    return null;
end $$;

update ledger.bearing b set supervisors = ledger.supervisors(b.tenant, b.matter);

drop index ledger.bearing_unit;
create index bearing_unit on ledger.bearing (tenant, unit, due_at, matter, state, phase, type, role, now, secrecy) include (supervisors);
