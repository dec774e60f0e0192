-- Two matters may belong together without one being the other: found at the check for duplicates, or named by a supervisor.
alter table ledger.relation drop constraint relation_kind_check;
alter table ledger.relation add constraint relation_kind_check
    check (kind in ('duplicate_of', 'has_duplicate', 'related', 'derived_from', 'has_derived', 'escalated_to', 'escalated_from'));
