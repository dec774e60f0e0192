-- The own clock of a share in somebody else's matter, which most shares do not have: a to-do list asks for it once a share, and read all clocks of the matter for that.
create index clock_of_share on ledger.clock (tenant, matter, assignment) include (due_at) where assignment is not null and state = 'running';
