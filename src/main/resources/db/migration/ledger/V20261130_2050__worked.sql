-- What a unit worked on, and what a person did for whom: few rows beside all that a supervising office supervises and writes, among which they would have to be looked for.
create index responsibility_worked on ledger.responsibility (tenant, unit, matter) where role in ('lead', 'assist', 'consult');
create index entry_person on ledger.entry (tenant, person, (coalesce(behalf_unit, unit)));
