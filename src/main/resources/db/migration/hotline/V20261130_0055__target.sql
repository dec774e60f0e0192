-- Whom an answer goes to: of several systems of one kind each waits for itself alone.
alter table hotline.outgoing add column target text not null default '';
update hotline.outgoing o set target = coalesce((
    select a.source from hotline.arrival a
    where a.tenant = o.tenant and a.matter = o.matter and a.became = 'ticket' and split_part(a.source, '/', 1) = o.channel
    order by a.at, a.source limit 1), o.channel);
alter table hotline.outgoing alter column target drop default;
