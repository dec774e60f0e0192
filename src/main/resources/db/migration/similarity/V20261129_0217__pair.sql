-- Duplicates over whole ledgers: which two matters may be the same, found once for each matter, and which a person said are not.
create table similarity.pair (
    tenant integer not null,
    -- the smaller id first
    one    uuid not null,
    other  uuid not null,
    score  real not null check (score between 0 and 1),
    -- how alike the two are by what they mean
    meaning real not null,
    primary key (tenant, one, other),
    check (one < other)
);
create index pair_other on similarity.pair (tenant, other);
create index pair_score on similarity.pair (tenant, score desc);

-- for which words of a matter, and by which weights, its pairs were sought
create table similarity.paired (
    tenant  integer not null,
    matter  uuid not null,
    digest  bytea not null check (length(digest) = 32),
    version smallint not null,
    primary key (tenant, matter)
);

create table similarity.apart (
    tenant  integer not null,
    one     uuid not null,
    other   uuid not null,
    reason  text not null check (reason <> ''),
    person  integer not null,
    post    integer not null,
    unit    integer not null,
    at      timestamptz not null,
    primary key (tenant, one, other),
    check (one < other)
);
