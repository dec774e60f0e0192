-- Nobody ever passed a file to a colleague through this application: what nothing uses cannot be used wrongly.
create or replace view evidence.attachable as
    select tenant, hash, uploaded_by as person, size, media_type, name, kind, uploaded_by, uploaded_at
    from evidence.file;

drop table evidence.share;
