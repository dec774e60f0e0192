-- What is to be reported in every round of a matter, planned before anybody reports: so that silence is a row of its own, and never a report.
create schema progress;

create table progress.due_report (
    tenant    integer not null,
    matter    uuid not null,
    clock     integer not null,
    starts_on date not null,
    ends_on   date not null check (ends_on >= starts_on),
    rhythm    text not null,
    -- the unit that leads, until it reported
    unit      integer not null,
    last_day  date not null,
    due_at    timestamptz not null,
    -- missed: its end went by without a report (未报); lapsed: no longer asked for, as when the matter was settled before
    state     text not null check (state in ('owed', 'missed', 'submitted', 'passed', 'returned', 'lapsed')),
    -- when it was closed as not reported; stays, whatever came late
    missed_at timestamptz,
    draft     text,
    drafted_by integer,
    drafted_at timestamptz,
    -- the entry that reports; what was said stands there alone, so that what is erased there is gone
    entry     integer,
    handed_at timestamptz,
    review    integer,
    reviewed_at timestamptz,
    -- the entry that was returned last
    returned_entry integer,
    reminded_at timestamptz,
    primary key (tenant, matter, clock, starts_on),
    check ((state in ('submitted', 'passed', 'returned')) <= (entry is not null and handed_at is not null)),
    check ((state in ('passed', 'returned')) = (review is not null)),
    check (state <> 'missed' or missed_at is not null)
);
create index due_report_owed on progress.due_report (tenant, due_at) where state = 'owed';
create index due_report_submitted on progress.due_report (tenant, due_at, matter, clock, starts_on) where state = 'submitted';
create index due_report_period on progress.due_report (tenant, rhythm, starts_on, unit);
create index due_report_entry on progress.due_report (tenant, matter, entry) where entry is not null;
