-- When each timer of any room runs next, picked by one node at a time: db-scheduler's own table.
create schema timers;

create table timers.timer (
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
create index timer_execution_time on timers.timer (execution_time);
create index timer_last_heartbeat on timers.timer (last_heartbeat);

-- Once a table of each room that had timers; they are registered anew at the start.
drop table ledger.timer;
drop table notices.timer;
