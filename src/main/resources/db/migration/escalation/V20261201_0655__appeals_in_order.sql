-- What waits is asked of each supervising unit by itself, appeals too.
create index document_appealed on escalation.document (tenant, supervisor, made_at) where appeal_state = 'open';
