-- What the ledger does by itself: when each timer runs next, picked by one node at a time, and which calendars changed.
create table ledger.timer (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index timer_execution_time on ledger.timer (execution_time);
create index timer_last_heartbeat on ledger.timer (last_heartbeat);

-- Written in the transaction of the change, deleted once every running budget that it touches was counted again.
create table ledger.recount (
    tenant    integer not null,
    no        bigint generated always as identity,
    first_day date not null,
    asked_at  timestamptz not null,
    primary key (tenant, no)
);
