-- Look-alikes: what each open or recent matter means, as the model puts it in figures, computed after the act.
create table similarity.embedding (
    tenant     integer not null,
    matter     uuid not null,
    -- name, version and cut of the model that computed it: figures of two models are never compared
    model      text not null,
    -- of the title and body that it was computed from
    digest     bytea not null check (length(digest) = 32),
    vector     bytea not null check (length(vector) = 512),
    -- the transaction that wrote it: nodes read on from here
    written_in bigint not null,
    primary key (tenant, matter)
);
create index embedding_written on similarity.embedding (tenant, written_in);

create function similarity.digest(title text, body text) returns bytea language sql immutable strict parallel safe return
    sha256(convert_to(title || E'\n' || body, 'UTF8'));

-- Numbers of transactions grow in the order they begin, not in the order they commit. Whoever has read everything below the
-- oldest one still under way has missed nothing; a clock or a sequence would not say that.
create function similarity.this_transaction() returns bigint language sql volatile return pg_current_xact_id()::text::bigint;
create function similarity.settled_below() returns bigint language sql volatile return pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
