-- Who exists: owning governments, regions, units with dated names, posts and the people who hold them.
create schema units;

-- Divisions of the country (GB/T 2260). Codes are withdrawn and given again, so a code holds for a period.
-- Tenant-free: what an administrator entered or imported, above the province level that every installation ships with.
create table units.region (
    code       char(6) not null check (code ~ '^[0-9]{6}$'),
    name       text not null check (name <> ''),
    parent     char(6),
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    primary key (code, valid_from),
    exclude using gist (int4range(code::text::integer, code::text::integer, '[]') with &&, daterange(valid_from, valid_to) with &&)
);

-- One row per owning government; the number is never reused, the region code is only an attribute.
-- Every change of a tenant's register raises the version: it is the writers' lock, the change's number and what caches compare.
create table units.tenant (
    tenant    integer primary key check (tenant > 0),
    name      text not null check (name <> ''),
    region    char(6) not null,
    zone      text not null default 'Asia/Shanghai',
    version   integer not null default 0,
    opened_at timestamptz not null default now()
);

-- Who changed what, when, on which authority; written in the change's own transaction. No person: the installation itself.
create table units.change (
    tenant       integer not null references units.tenant,
    change       integer not null,
    changed_at   timestamptz not null,
    changed_by   integer,
    act          text not null,
    subject      text not null check (subject in ('tenant', 'unit', 'post', 'person')),
    subject_id   integer not null,
    effective_on date not null,
    before       text not null default '',
    after        text not null default '',
    basis        text not null default '',
    primary key (tenant, change)
);
create index change_of_subject on units.change (tenant, subject, subject_id, change);

create table units.unit (
    tenant    integer not null references units.tenant,
    unit      integer not null,
    kind      text not null check (kind in ('GOVERNMENT', 'PARTY', 'DEPARTMENT', 'SECTION', 'INSTITUTION', 'DISTRICT', 'SUBDISTRICT')),
    opened_on date not null,
    closed_on date check (closed_on >= opened_on),
    successor integer check (successor <> unit),
    primary key (tenant, unit),
    foreign key (tenant, successor) references units.unit (tenant, unit),
    check (successor is null or closed_on is not null)
);

-- Dated rows hold from since until (that day excluded). A row that was wrong from its first day is kept with until = since:
-- it never held, but it stays readable. Ranges stand in for btree_gist, which not every PostgreSQL offers.
create table units.unit_name (
    tenant     integer not null,
    unit       integer not null,
    change     integer not null,
    name       text not null check (name <> ''),
    short_name text not null default '',
    since      date not null,
    until      date check (until >= since),
    primary key (tenant, unit, change),
    foreign key (tenant, unit) references units.unit (tenant, unit),
    exclude using gist (int4range(tenant, tenant, '[]') with &&, int4range(unit, unit, '[]') with &&, daterange(since, until) with &&)
);

create table units.unit_parent (
    tenant integer not null,
    unit   integer not null,
    change integer not null,
    parent integer check (parent <> unit),
    since  date not null,
    until  date check (until >= since),
    primary key (tenant, unit, change),
    foreign key (tenant, unit) references units.unit (tenant, unit),
    foreign key (tenant, parent) references units.unit (tenant, unit),
    exclude using gist (int4range(tenant, tenant, '[]') with &&, int4range(unit, unit, '[]') with &&, daterange(since, until) with &&)
);
create unique index unit_parent_one_root on units.unit_parent (tenant) where parent is null and until is null;

create table units.post (
    tenant    integer not null references units.tenant,
    post      integer not null,
    unit      integer not null,
    opened_on date not null,
    closed_on date check (closed_on >= opened_on),
    primary key (tenant, post),
    unique (tenant, post, unit),
    foreign key (tenant, unit) references units.unit (tenant, unit)
);

-- What a post is called and there for; a unit has at most one head on any day.
create table units.post_charge (
    tenant integer not null,
    post   integer not null,
    change integer not null,
    unit   integer not null,
    name   text not null check (name <> ''),
    head   boolean not null,
    duties text[] not null check (duties <@ array['SUPERVISE', 'LEAD', 'REGISTRY', 'HANDLE', 'REVIEW', 'SIGN', 'ADMINISTER']),
    since  date not null,
    until  date check (until >= since),
    primary key (tenant, post, change),
    foreign key (tenant, post, unit) references units.post (tenant, post, unit),
    exclude using gist (int4range(tenant, tenant, '[]') with &&, int4range(post, post, '[]') with &&, daterange(since, until) with &&),
    constraint post_charge_one_head exclude using gist
        (int4range(tenant, tenant, '[]') with &&, int4range(unit, unit, '[]') with &&, daterange(since, until) with &&) where (head)
);

-- Staff only; the telephone is the one on the desk. Citizens are kept elsewhere, encrypted.
create table units.person (
    tenant     integer not null references units.tenant,
    person     integer not null,
    name       text not null check (name <> ''),
    work_phone text not null default '',
    since      date not null,
    until      date check (until >= since),
    primary key (tenant, person)
);

create table units.holding (
    tenant integer not null,
    post   integer not null,
    person integer not null,
    change integer not null,
    since  date not null,
    until  date check (until >= since),
    primary key (tenant, post, person, change),
    foreign key (tenant, post) references units.post (tenant, post),
    foreign key (tenant, person) references units.person (tenant, person),
    exclude using gist (int4range(tenant, tenant, '[]') with &&, int4range(post, post, '[]') with &&,
                        int4range(person, person, '[]') with &&, daterange(since, until) with &&)
);
create index holding_of_person on units.holding (tenant, person);

-- The province level of GB/T 2260—2007, in force from 1 February 2008; lower levels are entered or imported.
insert into units.region (code, name, valid_from) select code, name, date '2008-02-01' from (values
    ('110000', '北京市'), ('120000', '天津市'), ('130000', '河北省'), ('140000', '山西省'), ('150000', '内蒙古自治区'),
    ('210000', '辽宁省'), ('220000', '吉林省'), ('230000', '黑龙江省'),
    ('310000', '上海市'), ('320000', '江苏省'), ('330000', '浙江省'), ('340000', '安徽省'), ('350000', '福建省'),
    ('360000', '江西省'), ('370000', '山东省'),
    ('410000', '河南省'), ('420000', '湖北省'), ('430000', '湖南省'), ('440000', '广东省'), ('450000', '广西壮族自治区'), ('460000', '海南省'),
    ('500000', '重庆市'), ('510000', '四川省'), ('520000', '贵州省'), ('530000', '云南省'), ('540000', '西藏自治区'),
    ('610000', '陕西省'), ('620000', '甘肃省'), ('630000', '青海省'), ('640000', '宁夏回族自治区'), ('650000', '新疆维吾尔自治区'),
    ('710000', '台湾省'), ('810000', '香港特别行政区'), ('820000', '澳门特别行政区')) as province (code, name);
