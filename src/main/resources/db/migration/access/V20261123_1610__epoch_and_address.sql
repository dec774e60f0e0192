-- A session opens nothing once its account was shut or given a new password, and one address cannot try without end.

-- Raised by every new password and by every disabling; a session names the epoch in which it began. One that was begun
-- with the old password but saved after the change is thereby as dead as those that were deleted.
alter table access.account add column epoch integer not null default 0;

-- Tries that were turned away unread, because too many from the same address had failed just before.
alter table access.sign_in drop constraint sign_in_outcome_check;
alter table access.sign_in add constraint sign_in_outcome_check
    check (outcome in ('OK', 'WRONG', 'LOCKED', 'DISABLED', 'NO_POST', 'ADDRESS'));
create index sign_in_failed on access.sign_in (tenant, address, at) where outcome in ('WRONG', 'LOCKED');
