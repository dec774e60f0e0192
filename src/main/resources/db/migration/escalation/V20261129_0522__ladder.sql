-- Supervision that rises by rule: ladders as dated data, and each step of one as a numbered document that is made once for every run of a clock.
create schema escalation;

-- From which day breaches of a government are judged at all: what was late before counts from here.
create table escalation.regime (
    tenant integer not null,
    since  date not null,
    primary key (tenant)
);

-- A row is never changed. Of one scope, the row of the latest first day that has come holds; under one without steps nothing is pressed.
create table escalation.ladder (
    tenant         integer not null,
    no             integer not null check (no > 0),
    name           text not null check (name <> ''),
    ledger         text,
    type           text,
    clock          text,
    since          date not null,
    backlog        boolean not null,
    appeal         text not null,
    decision       text not null,
    steps          jsonb not null,
    reason         text not null,
    published_by   integer not null,
    publisher      text not null,
    published_at   timestamptz not null,
    primary key (tenant, no),
    check (clock is null or type is not null)
);

-- How documents of a kind are numbered and worded, from a day on.
create table escalation.form (
    tenant     integer not null,
    kind       text not null,
    no         integer not null,
    since      date not null,
    pattern    text not null,
    title      text not null,
    body       text not null,
    changed_by integer not null,
    changer    text not null,
    changed_at timestamptz not null,
    primary key (tenant, kind, no)
);

-- The last number given out, of a kind and a year. The row stays locked to the end of the transaction that took a number: no gaps.
create table escalation.series (
    tenant integer not null,
    kind   text not null,
    year   integer not null,
    last   integer not null,
    primary key (tenant, kind, year)
);

create table escalation.document (
    tenant        integer not null,
    id            uuid not null,
    matter        uuid not null,
    -- one run of one clock: its number, and of a rhythm the day on which the round begins
    clock         integer not null,
    run_on        date not null,
    step          integer not null,
    ladder        integer not null,
    clock_zh      text not null,
    clock_en      text not null,
    last_day      date not null,
    kind          text not null check (kind in ('chaser', 'order', 'listed', 'interview', 'named', 'conference')),
    colour        text check (colour in ('blue', 'yellow', 'red')),
    name          text not null,
    -- ready: laid before the supervisor; issued: waits for a reply, where one is asked for; declined: not signed, with a reason
    state         text not null check (state in ('ready', 'declined', 'issued', 'replied', 'accepted', 'revoked')),
    unit          integer not null,
    to_unit       integer not null,
    to_post       integer,
    supervisor    integer not null,
    reached_at    timestamptz not null,
    made_at       timestamptz not null,
    sign_by       date,
    reply_days    integer not null,
    reply_due     date,
    points        numeric(6, 2) not null check (points >= 0),
    basis         text not null,
    participants  text not null,
    appeal        text not null,
    decision      text not null,
    -- from here on only of what was issued
    year          integer,
    no            integer,
    number        text,
    title         text not null,
    body          text not null,
    digest        text,
    issued_at     timestamptz,
    issued_on     date,
    -- 0: by rule
    issued_by     integer,
    entry         integer,
    appeal_until  date,
    appeal_state  text check (appeal_state in ('open', 'upheld', 'rejected')),
    appealed_by   integer,
    appealed_at   timestamptz,
    decide_by     date,
    decided_by    integer,
    decided_at    timestamptz,
    revoked_at    timestamptz,
    revoked_by    integer,
    primary key (tenant, id),
    unique (tenant, matter, clock, run_on, step),
    unique (tenant, kind, year, no),
    check ((state in ('ready', 'declined')) = (number is null)),
    check ((number is null) = (year is null) and (number is null) = (no is null) and (number is null) = (issued_on is null)),
    check ((state = 'revoked') = (revoked_at is not null)),
    check ((kind = 'order') = (colour is not null))
);
create index document_list on escalation.document (tenant, made_at desc, id desc);
create index document_unit on escalation.document (tenant, unit, made_at desc, id desc);
create index document_deductions on escalation.document (tenant, issued_on, unit) where points > 0;
create index document_open on escalation.document (tenant, supervisor, state) where state in ('ready', 'replied');
create index document_owed on escalation.document (tenant, unit, reply_due) where state = 'issued';
create index document_named on escalation.document (tenant, to_post) where state = 'issued' and to_post is not null;
create index document_appeals on escalation.document (tenant, decide_by) where appeal_state = 'open';
