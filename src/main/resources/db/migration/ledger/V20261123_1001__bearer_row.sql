-- Who bears which role of a matter now: published for the lists of rooms above, which join views and never tables.
create view ledger.bearer_row as
select tenant, matter, role, unit, post from ledger.responsibility where until is null;
