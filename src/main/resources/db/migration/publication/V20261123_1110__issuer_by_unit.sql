-- Every unit signs with its own head and word, and documents are numbered without gaps within a word; the entry that carries a bulletin's digest is known by its number.
alter table publication.issuer add column unit integer;
alter table publication.issuer drop constraint issuer_pkey;
insert into publication.issuer (tenant, unit, mark, word, contact)
    select distinct i.tenant, b.unit, i.mark, i.word, i.contact
    from publication.issuer i join publication.bulletin b on b.tenant = i.tenant;
delete from publication.issuer where unit is null;
alter table publication.issuer alter column unit set not null, add primary key (tenant, unit);

alter table publication.frozen
    add column word text not null generated always as (split_part(number, '〔', 1)) stored,
    -- number of the entry of the root matter that carries the digest; null where whoever published may not speak there
    add column noted integer,
    drop constraint frozen_tenant_year_no_key,
    add unique (tenant, word, year, no);
drop index publication.frozen_list;
create index frozen_list on publication.frozen (visible_from desc, tenant desc, bulletin desc);

alter table publication.series add column word text;
update publication.series s set word = (select f.word from publication.frozen f where f.tenant = s.tenant and f.year = s.year order by f.no desc limit 1);
delete from publication.series where word is null;
alter table publication.series drop constraint series_pkey, alter column word set not null, add primary key (tenant, word, year);
