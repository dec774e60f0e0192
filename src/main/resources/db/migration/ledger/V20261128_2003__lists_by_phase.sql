-- The board without a chosen type has a lane for each phase, in the order of deadlines.
create index matter_phase on ledger.matter (tenant, phase, due_at, id);
