-- Who may write to the supervisors directly (双百联系点), and what they wrote: organisations and posts, no telephones; the matter made of a lead never names who brought it.
create table inspection.contact_point (
    tenant       integer not null,
    id           uuid not null,
    kind         text not null check (kind in ('enterprise', 'association', 'township', 'reviewer')),
    name         text not null,
    -- whom to ask for there, by post
    post         text not null,
    since        date not null,
    until        date check (until >= since),
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    primary key (tenant, id)
);
create unique index contact_point_name on inspection.contact_point (tenant, name) where until is null;

create table inspection.lead (
    tenant       integer not null,
    contact      uuid not null,
    no           integer not null,
    received_on  date not null,
    text         text not null,
    -- whom it concerns
    unit         integer,
    state        text not null check (state in ('waiting', 'opened', 'left')),
    reason       text,
    matter       uuid,
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    decided_name text,
    decided_at   timestamptz,
    primary key (tenant, contact, no),
    foreign key (tenant, contact) references inspection.contact_point (tenant, id),
    check ((state = 'opened') = (matter is not null)),
    check ((state = 'waiting') = (decided_at is null)),
    check (state <> 'left' or reason is not null)
);
create index lead_waiting on inspection.lead (tenant) where state = 'waiting';
