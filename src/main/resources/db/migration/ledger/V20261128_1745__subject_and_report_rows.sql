-- What a matter is about, and what units report: published for the rooms that compare texts, which join views and never tables.
create view ledger.subject_row as
select tenant, id, title, body, phase, settled_at from ledger.matter;

create view ledger.report_row as
-- the unit that reported, also where somebody else entered it
select tenant, matter, no, at, coalesce(behalf_unit, unit) as unit, payload ->> 'note' as text
from ledger.entry where act = 'report' and payload ? 'note';

-- The earlier reports of one unit, wherever it wrote them, the newest first.
create index entry_reports on ledger.entry (tenant, coalesce(behalf_unit, unit), at) where act = 'report';
