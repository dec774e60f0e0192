-- Rows of a sheet that may stand on the ledger already, and what a person decided about each before the import.
create table sheets.duplicate (
    tenant integer not null,
    intake uuid not null,
    no     integer not null,
    -- open, leave, link-ID or merge-ID; null while nobody decided
    choice text,
    reason text not null,
    primary key (tenant, intake, no),
    foreign key (tenant, intake) references sheets.intake (tenant, id)
);
