-- Every text of a matter, one row a passage: published for search, which joins views and never tables. An erased payload has none.
create view ledger.text_row as
select m.tenant, m.id as matter, 0::smallint as kind, 0 as no, m.number || E'\n' || m.title as text, 1 as entry, m.opened_at as at, null::text as person_name, null::text as unit_name, m.opened_at
from ledger.matter m
union all
select m.tenant, m.id, 1::smallint, 0, m.body, 1, m.opened_at, null, null, m.opened_at
from ledger.matter m where m.body <> ''
union all
select e.tenant, e.matter, 2::smallint, e.no, concat_ws(E'\n', e.payload ->> 'note', e.payload ->> 'reason', e.payload ->> 'verdict'), e.no, e.at, e.person_name, e.unit_name, m.opened_at
from ledger.entry e join ledger.matter m on m.tenant = e.tenant and m.id = e.matter
where e.payload ?| array['note', 'reason', 'verdict']
union all
select f.tenant, f.matter, 3::smallint, f.no, f.name, f.entry, e.at, e.person_name, e.unit_name, m.opened_at
from ledger.evidence f
join ledger.matter m on m.tenant = f.tenant and m.id = f.matter
join ledger.entry e on e.tenant = f.tenant and e.matter = f.matter and e.no = f.entry;
