-- Numbers that a matter promises, and what was reached of them by the period; each stands in the matter's chain as well, so that it can be proved.
create table supervision.target (
    tenant     integer not null,
    id         uuid not null,
    matter     uuid not null,
    name       text not null,
    unit       text not null,
    -- both null while nobody could read them
    direction  text check (direction in ('at-least', 'at-most', 'exactly')),
    goal       numeric(21, 6),
    counting   text not null check (counting in ('total', 'latest', 'each')),
    rhythm     text not null,
    from_on    date,
    to_on      date,
    -- as the document says it, and why a person must look
    words      text not null,
    flag       text,
    state      text not null check (state in ('unread', 'tracked', 'dropped')),
    -- the entry that says what the target is
    entry      integer,
    version    integer not null,
    at         timestamptz not null,
    primary key (tenant, id),
    check (state <> 'tracked' or (direction is not null and goal is not null and from_on is not null and to_on >= from_on and entry is not null))
);
create index target_matter on supervision.target (tenant, matter);

create table supervision.target_value (
    tenant      integer not null,
    target      uuid not null,
    starts_on   date not null,
    no          integer not null,
    value       numeric(21, 6) not null,
    state       text not null check (state in ('reported', 'confirmed', 'returned')),
    unit        integer not null,
    person      integer not null,
    entry       integer not null,
    at          timestamptz not null,
    -- the entry that confirms or returns it
    review      integer,
    reviewed_at timestamptz,
    primary key (tenant, target, starts_on, no),
    foreign key (tenant, target) references supervision.target (tenant, id),
    check ((state = 'reported') = (review is null))
);
-- of one period one value counts
create unique index target_value_once on supervision.target_value (tenant, target, starts_on) where state <> 'returned';
