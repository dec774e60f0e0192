-- Who did an act, as a number beside the name: two people of one name are two. Null where it was entered for somebody else (代录).
create or replace view ledger.act_row as
select tenant, matter, no, act, at, coalesce(behalf_unit, unit) as unit, unit_name, post_name, coalesce(behalf_name, person_name) as person_name,
       payload ->> 'note' as note, payload ->> 'reason' as reason, case when behalf_name is null then person end as person
from ledger.entry;
