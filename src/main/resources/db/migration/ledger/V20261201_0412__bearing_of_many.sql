-- Who supervises is looked up once for each matter, however many roles it is opened with, and only bearings that were there before are corrected.
create or replace function ledger.keep_bearing() returns trigger language plpgsql as $$
begin
    with supervised as materialized (
        select f.tenant, f.matter, s.units
        from (select distinct tenant, matter from fresh) f
        cross join lateral (select coalesce(array_agg(distinct r.unit order by r.unit), '{}') as units from ledger.responsibility r where r.tenant = f.tenant and r.matter = f.matter and r.role = 'supervisor') s
    ), kept as (
        insert into ledger.bearing (tenant, matter, no, role, unit, post, now, owing, type, state, phase, secrecy, due_at, supervisors)
        select r.tenant, r.matter, r.no, r.role, r.unit, r.post, r.until is null, ledger.owing(r.role, r.until, m.owes, m.phase),
               m.type, m.state, m.phase, m.secrecy, coalesce(m.due_at, 'infinity'), s.units
        from fresh r join supervised s on s.tenant = r.tenant and s.matter = r.matter join ledger.matter m on m.tenant = r.tenant and m.id = r.matter
        on conflict (tenant, matter, no) do update set (role, unit, post, now, owing, type, state, phase, secrecy, due_at, supervisors)
            = (excluded.role, excluded.unit, excluded.post, excluded.now, excluded.owing, excluded.type, excluded.state, excluded.phase, excluded.secrecy, excluded.due_at, excluded.supervisors)
    )
    -- whoever came to supervise a matter sees what was borne in it before
    update ledger.bearing b set supervisors = s.units
    from supervised s
    where b.tenant = s.tenant and b.matter = s.matter and b.supervisors <> s.units
      and exists (select from fresh r where r.tenant = b.tenant and r.matter = b.matter and r.role = 'supervisor')
      and not exists (select from fresh r where r.tenant = b.tenant and r.matter = b.matter and r.no = b.no);
    return null;
end $$;
