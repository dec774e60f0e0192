-- What was handed back of an order that another ticket answers, sealed: how that reads changes with whoever is joined to it later.
alter table hotline.handed add column sealed bytea;
