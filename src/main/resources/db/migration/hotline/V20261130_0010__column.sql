-- The media column of a month as the desk lays it out: words around figures, and which published answers stand in it; the figures themselves are counted whenever it is shown.
create table hotline.media_column (
    tenant   integer not null,
    month    date not null check (extract(day from month) = 1),
    template text not null check (template <> ''),
    answers  uuid[] not null,
    by_name  text not null,
    at       timestamptz not null,
    primary key (tenant, month)
);
