-- Who looked at how a held message's sender is reached, and what for: there is no matter yet in whose chain that could stand.
create table hotline.held_look (
    tenant  integer not null,
    id      bigint generated always as identity,
    source  text not null,
    sender  bytea not null check (length(sender) = 32),
    purpose text not null check (purpose <> ''),
    person  integer not null,
    name    text not null,
    at      timestamptz not null,
    primary key (tenant, id)
);
create index held_look_sender on hotline.held_look (tenant, sender, at);

-- How much one system or mailbox brought in all.
create index arrival_at on hotline.arrival (tenant, source, at);
