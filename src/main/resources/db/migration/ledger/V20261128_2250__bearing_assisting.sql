-- Who helps on an open matter: of all shares that were never answered, those that still can be.
create index bearing_assisting on ledger.bearing (tenant, unit, matter) include (role, secrecy, due_at) where now and phase = 'open' and role <> 'lead' and role <> 'supervisor';
