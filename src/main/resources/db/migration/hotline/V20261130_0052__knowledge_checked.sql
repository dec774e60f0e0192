-- What everybody may read was looked at by somebody who did not write it: each version anew.
alter table hotline.knowledge add column checked_no integer;
alter table hotline.knowledge add column checked_by integer;
alter table hotline.knowledge add column checked_name text;
alter table hotline.knowledge add check ((checked_no is null) = (checked_by is null));
alter table hotline.knowledge add check (checked_no is null or checked_no < no or checked_by <> by_person);
