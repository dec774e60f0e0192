-- A text that answers what its caller was asked is a rating; of which answer it was asked stands with what left.
alter table hotline.arrival drop constraint arrival_became_check;
alter table hotline.arrival add constraint arrival_became_check check (became in ('ticket', 'addition', 'rating', 'held', 'ignored'));

-- The entry that the caller was asked to rate by writing back, 0 where the ticket was answered at once; null where nothing was asked.
alter table hotline.outgoing add column asks integer check (asks >= 0);
create index outgoing_asked on hotline.outgoing (tenant, matter, channel, done_at) where asks is not null;
