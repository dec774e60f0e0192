-- Lists by state walk in the order of deadlines, and answers to be judged are found without reading every assignment there ever was.
create index matter_state on ledger.matter (tenant, type, state, due_at, id);
create index assignment_state on ledger.assignment (tenant, state, matter);
