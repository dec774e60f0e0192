-- How bulletins of a period are laid out: templates of a unit, every version kept, since a bulletin stays with the one it was begun from.
create table publication.template (
    tenant     integer not null,
    no         integer not null,
    unit       integer not null,
    name       text not null check (name <> ''),
    -- null for every ledger, every type of it, every rhythm
    ledger     text,
    type       text check (type is null or ledger is not null),
    rhythm     text check (rhythm in ('weekly', 'half-month', 'monthly', 'quarterly')),
    -- the version in force
    version    integer not null check (version > 0),
    stopped_at timestamptz,
    primary key (tenant, no)
);
create index template_unit on publication.template (tenant, unit);

create table publication.template_version (
    tenant      integer not null,
    template    integer not null,
    version     integer not null check (version > 0),
    text        text not null check (text <> ''),
    person      integer not null,
    person_name text not null,
    post_name   text not null,
    at          timestamptz not null,
    primary key (tenant, template, version),
    foreign key (tenant, template) references publication.template (tenant, no)
);

create function publication.refuse_rewording() returns trigger language plpgsql as $$
begin
    raise exception 'A version of a template stays as it was: % is refused, save a new version.', tg_op;
end $$;

create trigger template_version_stays before update or delete on publication.template_version for each row execute function publication.refuse_rewording();
create trigger template_version_is_kept before truncate on publication.template_version for each statement execute function publication.refuse_rewording();

-- null for the template that comes with the product
alter table publication.bulletin
    add column template integer,
    add column template_version integer,
    add check ((template is null) = (template_version is null)),
    add foreign key (tenant, template, template_version) references publication.template_version (tenant, template, version);

-- null for whichever fits on the day
alter table publication.schedule
    add column template integer,
    add foreign key (tenant, template) references publication.template (tenant, no);
