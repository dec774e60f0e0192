-- Special reports whose every figure its source unit confirms by a named person: silence is no confirmation, and a figure changed afterwards is asked anew.
create table inspection.report (
    tenant         integer not null,
    id             uuid not null,
    declaration    uuid,
    addressee      text not null,
    title          text not null,
    text           text not null,
    unit           integer not null,
    -- whoever wrote on it; none of them checks it or confirms a figure
    writers        integer[] not null,
    -- rises with every change of text or figures
    revision       integer not null,
    -- that the numbers outside the figures are dates or numbers of papers
    vouched        boolean not null default false,
    state          text not null check (state in ('drafted', 'submitted')),
    begun_name     text not null,
    begun_at       timestamptz not null,
    submitted_name text,
    submitted_at   timestamptz,
    -- canonical: what was submitted, with each figure and who confirmed it
    frozen         text,
    digest         bytea check (octet_length(digest) = 32),
    primary key (tenant, id),
    check ((state = 'submitted') = (frozen is not null and digest is not null and submitted_at is not null))
);
create index report_begun on inspection.report (tenant, begun_at desc);

create table inspection.report_figure (
    tenant      integer not null,
    report      uuid not null,
    name        text not null,
    value       text not null,
    -- where it comes from: a unit and what it is taken from; or the ledger, by the name of a count
    unit        integer,
    source      text not null,
    bound       text,
    -- rises with each change: an answer is to one revision
    revision    integer not null,
    state       text not null check (state in ('asked', 'confirmed', 'corrected')),
    said        text,
    by_person   integer,
    by_name     text,
    at          timestamptz,
    primary key (tenant, report, name),
    foreign key (tenant, report) references inspection.report (tenant, id),
    check ((unit is null) = (bound is not null)),
    check ((state = 'asked') = (by_person is null)),
    check ((state = 'corrected') = (said is not null))
);
create index report_figure_asked on inspection.report_figure (tenant, unit) where state = 'asked';

create table inspection.report_check (
    tenant   integer not null,
    report   uuid not null,
    revision integer not null,
    person   integer not null,
    name     text not null,
    at       timestamptz not null,
    primary key (tenant, report, revision, person),
    foreign key (tenant, report) references inspection.report (tenant, id)
);

-- What was done to it, in order; nothing of it is ever changed.
create table inspection.report_step (
    tenant integer not null,
    report uuid not null,
    no     integer not null,
    what   text not null,
    words  text not null,
    name   text not null,
    at     timestamptz not null,
    primary key (tenant, report, no),
    foreign key (tenant, report) references inspection.report (tenant, id)
);
