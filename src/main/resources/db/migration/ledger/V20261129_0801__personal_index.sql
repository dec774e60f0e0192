-- A citizen is found again by telephone without any row being opened, and what was merged into a matter without reading all of them.
alter table ledger.personal add column found_by bytea check (length(found_by) = 32);
create index personal_found on ledger.personal (tenant, kind, found_by, added_at) where found_by is not null and erased_at is null;
alter table ledger.personal add check (erased_at is null or (found_by is null and length(sealed) = 0));

-- Whoever's matter was merged into another one waits for what becomes of that.
create index matter_merged on ledger.matter (tenant, merged_into) where merged_into is not null;
