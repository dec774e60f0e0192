-- Clocks that ask for a report in each of their rounds, published for the room that plans, collects and reviews them.
create view ledger.rhythm_row as
select c.tenant, c.matter, c.no as clock, c.name, c.budget as rhythm, c.counted_from, c.due_at, c.last_day, m.type, m.type_tenant, m.type_version, r.unit
from ledger.clock c
join ledger.matter m on m.tenant = c.tenant and m.id = c.matter and m.phase in ('open', 'settled')
join ledger.responsibility r on r.tenant = c.tenant and r.matter = c.matter and r.role = 'lead' and r.until is null
where c.state = 'running' and c.assignment is null and c.budget in ('daily', 'weekly', 'half-month', 'monthly', 'quarterly', 'yearly');

create index clock_rhythm on ledger.clock (tenant, matter, no)
    where state = 'running' and assignment is null and budget in ('daily', 'weekly', 'half-month', 'monthly', 'quarterly', 'yearly');

-- Who gave a reason in which entry, for the rooms that show why something came back.
create view ledger.reason_row as
select tenant, matter, no, at, person_name, unit_name, payload ->> 'reason' as reason
from ledger.entry where payload ? 'reason';

alter table ledger.clock_entry drop constraint clock_entry_kind_check;
alter table ledger.clock_entry add constraint clock_entry_kind_check
    check (kind in ('start', 'stop', 'pause', 'resume', 'extend', 'renew', 'recalendar', 'pass', 'return'));

-- Who reported, and for whom: for the page on which reports are reviewed.
create or replace view ledger.report_row as
select tenant, matter, no, at, coalesce(behalf_unit, unit) as unit, payload ->> 'note' as text, person_name, unit_name, behalf_unit, behalf_name
from ledger.entry where act = 'report' and payload ? 'note';
