-- Who exists: owning governments, regions, units with dated names, posts and the people who hold them.
create schema units;

-- One row per owning government; the number is never reused, the region code is only an attribute.
create table units.tenant (
    tenant   integer primary key,
    name     text not null,
    region   char(6) not null,
    zone     text not null default 'Asia/Shanghai',
    opened_at timestamptz not null default now()
);
