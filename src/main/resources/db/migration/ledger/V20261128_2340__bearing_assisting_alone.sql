-- Only assisting units have shares of their own: leaders, who bear half of everything, are not to be walked for them.
drop index ledger.bearing_assisting;
create index bearing_assisting on ledger.bearing (tenant, unit, matter) include (due_at, secrecy) where now and phase = 'open' and role = 'assist';
