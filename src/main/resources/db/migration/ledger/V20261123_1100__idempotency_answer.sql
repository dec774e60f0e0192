-- A key belongs to a person, not to a post that several hold; and a batch done twice answers every matter it opened, not the first.
truncate ledger.idempotency;
alter table ledger.idempotency
    drop constraint idempotency_pkey,
    drop column matter,
    drop column no,
    add column person integer not null,
    -- what was answered, in the order asked: [{"matter": uuid, "no": number of the entry}]
    add column answer jsonb not null check (jsonb_typeof(answer) = 'array'),
    add constraint idempotency_pkey primary key (tenant, post, person, key);
