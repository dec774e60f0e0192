-- Lists over all matters walk their order too, whatever else they ask; and what is few among much has an index of its own.
create index matter_due on ledger.matter (tenant, due_at, id);
create index matter_opened on ledger.matter (tenant, opened_at, id);
create index bearing_led on ledger.bearing (tenant, unit, due_at, matter) where now and phase = 'open' and role = 'lead';
create index assignment_judged on ledger.assignment (tenant, matter) where state = 'answered' and role <> 'lead';
drop index ledger.assignment_state;
