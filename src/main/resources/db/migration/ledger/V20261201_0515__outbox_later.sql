-- What is done to hundreds of matters at once is handed on after what is done to one: whoever acts beside an import is not kept waiting by 50,000 rows of it.
alter table ledger.outbox add column later boolean not null default false;
-- In the order in which it is taken: without an index each batch sorted all that waited.
create index outbox_order on ledger.outbox (tenant, later, at, no);
