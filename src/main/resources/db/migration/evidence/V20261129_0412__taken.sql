-- What a photograph says of itself, its clock and its place, beside when it was handed in: a fact of the bytes, which people may hold against each other.
create table evidence.taken (
    tenant    integer not null,
    hash      bytea   not null check (octet_length(hash) = 32),
    -- as the camera's clock showed it, in whatever zone that stood
    taken_at  timestamp,
    latitude  numeric(9, 6) check (latitude between -90 and 90),
    longitude numeric(9, 6) check (longitude between -180 and 180),
    primary key (tenant, hash),
    check ((latitude is null) = (longitude is null))
);
