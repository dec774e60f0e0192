-- A unit says that a share is not its own, the supervisor decides in an entry that the row names; and units are asked for an opinion beside those that assist.
alter table ledger.assignment drop constraint assignment_state_check;
alter table ledger.assignment add constraint assignment_state_check
    check (state in ('given', 'received', 'answered', 'accepted', 'returned', 'objected', 'withdrawn'));
alter table ledger.assignment add column decided integer;
create index assignment_objected on ledger.assignment (tenant, matter) where state = 'objected' and role <> 'lead';
drop index ledger.bearing_assisting;
create index bearing_assisting on ledger.bearing (tenant, unit, matter) include (due_at, secrecy) where now and phase = 'open' and role in ('assist', 'consult');

-- What was done to a matter and what was said with it, and its clocks: published for rooms that follow a course of acts, such as replies and what was thought of them.
create view ledger.act_row as
select tenant, matter, no, act, at, coalesce(behalf_unit, unit) as unit, unit_name, post_name, coalesce(behalf_name, person_name) as person_name,
       payload ->> 'note' as note, payload ->> 'reason' as reason
from ledger.entry;

create view ledger.clock_row as
select tenant, matter, no, name, assignment, state, started_at, due_at, last_day, stopped_at from ledger.clock;
