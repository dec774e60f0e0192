-- A lead that a platform sends again is found by its number and not docketed a second time.
create schema supervision;

create table supervision.outer_number (
    tenant integer not null,
    type   text not null,
    number text not null,
    matter uuid not null,
    at     timestamptz not null,
    primary key (tenant, type, number)
);
create index outer_number_matter on supervision.outer_number (tenant, matter);
