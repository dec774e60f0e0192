-- Lists by unit and what a post owes, in the order of deadlines: each responsibility with what lists ask of its matter beside it.
-- Not the record but an index over it that spans two tables; the database keeps it in the act's own transaction.
create table ledger.bearing (
    tenant  integer not null,
    matter  uuid not null,
    no      integer not null,
    role    text not null,
    unit    integer not null,
    post    integer,
    -- borne today, and no longer only on record
    now     boolean not null,
    -- the next step of the matter is this role's
    owing   boolean not null,
    type    text not null,
    state   text not null,
    phase   text not null,
    secrecy text not null,
    -- the nearest end; infinity where no clock runs, so that one order holds them all
    due_at  timestamptz not null,
    primary key (tenant, matter, no)
);

-- Whether the next step of a matter falls to a role that is borne.
create function ledger.owing(role text, until timestamptz, owes text, phase text) returns boolean language sql immutable return
    until is null and coalesce(role = owes, false) and phase in ('draft', 'open', 'settled');

create function ledger.keep_bearing() returns trigger language plpgsql as $$
begin
    insert into ledger.bearing
    select r.tenant, r.matter, r.no, r.role, r.unit, r.post, r.until is null, ledger.owing(r.role, r.until, m.owes, m.phase),
           m.type, m.state, m.phase, m.secrecy, coalesce(m.due_at, 'infinity')
    from fresh r join ledger.matter m on m.tenant = r.tenant and m.id = r.matter
    on conflict (tenant, matter, no) do update set (role, unit, post, now, owing, type, state, phase, secrecy, due_at)
        = (excluded.role, excluded.unit, excluded.post, excluded.now, excluded.owing, excluded.type, excluded.state, excluded.phase, excluded.secrecy, excluded.due_at);
    return null;
end $$;

create function ledger.move_bearing() returns trigger language plpgsql as $$
begin
    update ledger.bearing b
    set owing = b.now and ledger.owing(b.role, null, new.owes, new.phase),
        type = new.type, state = new.state, phase = new.phase, secrecy = new.secrecy, due_at = coalesce(new.due_at, 'infinity')
    where b.tenant = new.tenant and b.matter = new.id;
    return null;
end $$;

create function ledger.drop_bearing() returns trigger language plpgsql as $$
begin
    delete from ledger.bearing b where b.tenant = old.tenant and b.matter = old.matter and b.no = old.no;
    return null;
end $$;

create trigger borne after insert on ledger.responsibility referencing new table as fresh for each statement execute function ledger.keep_bearing();
create trigger borne_until after update on ledger.responsibility referencing new table as fresh for each statement execute function ledger.keep_bearing();
create trigger borne_no_more after delete on ledger.responsibility for each row execute function ledger.drop_bearing();
create trigger matter_moved after update on ledger.matter for each row
    when ((old.owes, old.type, old.state, old.phase, old.secrecy, old.due_at) is distinct from (new.owes, new.type, new.state, new.phase, new.secrecy, new.due_at))
    execute function ledger.move_bearing();

insert into ledger.bearing
select r.tenant, r.matter, r.no, r.role, r.unit, r.post, r.until is null, ledger.owing(r.role, r.until, m.owes, m.phase),
       m.type, m.state, m.phase, m.secrecy, coalesce(m.due_at, 'infinity')
from ledger.responsibility r join ledger.matter m on m.tenant = r.tenant and m.id = r.matter;

-- What filters stands in the index too: what a page does not show is passed over without reading the table.
create index bearing_unit on ledger.bearing (tenant, unit, due_at, matter, state, phase, type, role, now, secrecy);
create index bearing_owing on ledger.bearing (tenant, unit, due_at, matter) where owing and post is null;
create index bearing_owing_post on ledger.bearing (tenant, post, due_at, matter) where owing and post is not null;

-- Shares of a unit that still wait: few, whatever was answered in all the years.
create index assignment_waiting on ledger.assignment (tenant, unit, matter) where state in ('given', 'received', 'returned') and role <> 'lead';
