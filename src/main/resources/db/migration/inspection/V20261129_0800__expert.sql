-- Experts from outside (外聘专家) who can be drawn into a team: name, where they work and their field; they sign in nowhere and no telephone is kept.
create table inspection.expert (
    tenant       integer not null,
    -- never used again; a draw names the expert by its negative, which no member of the staff can have
    no           integer not null check (no > 0),
    name         text not null,
    unit         text not null,
    field        text not null,
    until        date,
    entered_by   integer not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    primary key (tenant, no)
);
create unique index expert_name on inspection.expert (tenant, name, unit) where until is null;
