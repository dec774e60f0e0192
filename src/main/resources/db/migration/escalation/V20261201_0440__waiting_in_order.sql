-- What waits for a unit or a supervisor is read in the order it was made, a page of it: a bureau had 5,600 documents to answer, all of which were read and sorted for twenty.
drop index escalation.document_owed;
drop index escalation.document_open;
create index document_owed on escalation.document (tenant, unit, made_at) where state = 'issued' and reply_due is not null;
create index document_open on escalation.document (tenant, supervisor, made_at) where state in ('ready', 'replied');
