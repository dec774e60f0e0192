-- Every clock that runs, with the unit whose turn it is and the one that supervises: what a ladder of supervision is judged on; and the lines that it left in the chain.
create view ledger.running_clock_row as
select c.tenant, c.matter, c.no as clock, c.name, c.assignment, c.budget, c.started_at, c.counted_from, c.due_at, c.last_day,
       m.ledger, m.type, m.type_tenant, m.type_version, m.number, m.title, m.phase, m.secrecy,
       coalesce(a.unit, owing.unit) as unit, supervisor.unit as supervisor
from ledger.clock c
join ledger.matter m on m.tenant = c.tenant and m.id = c.matter and m.phase in ('open', 'settled')
left join ledger.assignment a on a.tenant = c.tenant and a.matter = c.matter and a.no = c.assignment
left join lateral (
    select r.unit from ledger.responsibility r
    where r.tenant = c.tenant and r.matter = c.matter and r.role = m.owes and r.until is null
    order by r.no limit 1) owing on true
left join lateral (
    select r.unit from ledger.responsibility r
    where r.tenant = c.tenant and r.matter = c.matter and r.role = 'supervisor' and r.until is null
    order by r.no limit 1) supervisor on true
where c.state = 'running';

create view ledger.escalation_row as
select tenant, matter, no, at, person, person_name, post, post_name, unit, unit_name, behalf_unit, behalf_name,
       payload ->> 'document' as document, payload ->> 'step' as step, payload ->> 'note' as note, payload ->> 'reason' as reason, payload ->> 'digest' as digest
from ledger.entry where act = 'escalate';
