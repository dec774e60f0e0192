-- Questions and answers that everybody may read: proposed out of a ticket without what is anybody's own, checked by somebody else, published until they are withdrawn.
create table hotline.answer (
    tenant        integer not null,
    id            uuid not null,
    ticket        uuid not null,
    question      text not null check (question <> ''),
    answer        text not null check (answer <> ''),
    category      text not null,
    unit          text not null,
    searched      text not null,
    state         text not null check (state in ('proposed', 'published', 'returned', 'withdrawn')),
    proposed_by   integer not null,
    proposed_name text not null,
    proposed_at   timestamptz not null,
    checked_by    integer,
    checked_name  text,
    checked_at    timestamptz,
    reason        text,
    primary key (tenant, id),
    check (checked_by is null or checked_by <> proposed_by),
    check (state <> 'published' or checked_by is not null)
);
create unique index answer_ticket on hotline.answer (tenant, ticket) where state in ('proposed', 'published');
create index answer_state on hotline.answer (tenant, state, checked_at);
