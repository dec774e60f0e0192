-- What people are told: one row a person, post and happening. It names the act and the day, never the thing: whether its title may be read is asked anew each time.
create schema notices;

create table notices.notice (
    tenant  integer not null,
    id      uuid not null,
    person  integer not null,
    post    integer not null,
    kind    text not null check (kind in ('owed', 'returned', 'handed_over', 'merged', 'closed', 'extended', 'commented', 'ending', 'breached', 'review')),
    -- what it is about: the name of its kind of thing, the thing's own id, and where on its page
    subject text not null,
    key     uuid not null,
    place   text not null,
    -- the act, or the clock, in the words of that day
    what_zh text not null,
    what_en text not null,
    -- whose act it was; empty for the system's
    actor   text not null,
    -- the day that it is about: of a deadline the last one
    day     date,
    -- what it came from: nobody is told of one thing twice
    source  text not null,
    at      timestamptz not null,
    read_at timestamptz,
    primary key (tenant, id),
    unique (tenant, source, person, post)
);
create index notice_inbox on notices.notice (tenant, person, post, id);
create index notice_unread on notices.notice (tenant, person, post, id) where read_at is null;
create index notice_at on notices.notice (tenant, at);
