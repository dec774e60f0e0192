-- Why a document was not issued is told beside it, to those who supervise, and not in the timeline, which everybody reads who sees the matter.
create or replace view ledger.escalation_row as
select tenant, matter, no, at, person, person_name, post, post_name, unit, unit_name, behalf_unit, behalf_name,
       payload ->> 'document' as document, payload ->> 'step' as step, payload ->> 'note' as note, coalesce(payload ->> 'reason', payload ->> 'why') as reason, payload ->> 'digest' as digest
from ledger.entry where act = 'escalate';
