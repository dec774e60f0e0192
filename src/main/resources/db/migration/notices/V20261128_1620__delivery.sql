-- What leaves the house beside the page: how to reach people, what they chose, through which gateways, and every message on its way.

-- How one person wants to be reached. Address and telephone are sealed (SM4-GCM, key outside the database); pages show what is masked.
create table notices.manner (
    tenant       integer not null,
    person       integer not null,
    mail         bytea,
    mail_masked  text not null default '',
    phone        bytea,
    phone_masked text not null default '',
    digest       boolean not null,
    -- nothing is sent from here to there, by the tenant's clock; the same hour twice: at any hour
    quiet_from   time not null,
    quiet_to     time not null,
    language     text not null check (language in ('zh', 'en')),
    changed_at   timestamptz not null,
    primary key (tenant, person),
    check ((mail is null) = (mail_masked = '')),
    check ((phone is null) = (phone_masked = ''))
);

-- What was chosen against the usual; a kind and channel that nobody chose for goes by the usual.
create table notices.choice (
    tenant  integer not null,
    person  integer not null,
    kind    text not null,
    channel text not null check (channel in ('mail', 'sms', 'robot')),
    wanted  boolean not null,
    primary key (tenant, person, kind, channel)
);

-- Through what messages leave. Secrets, and addresses that are secrets, are sealed.
create table notices.gateway (
    tenant     integer not null,
    gateway    integer not null check (gateway > 0),
    kind       text not null check (kind in ('mail', 'sms', 'wecom', 'dingtalk')),
    -- whose group a robot writes to
    unit       integer,
    name       text not null,
    active     boolean not null,
    settings   jsonb not null,
    sealed     bytea not null,
    -- up to which level a matter's title may leave through it
    titles     text not null check (titles in ('public', 'internal')),
    changed_at timestamptz not null,
    changed_by integer not null,
    primary key (tenant, gateway),
    check ((unit is null) = (kind in ('mail', 'sms')))
);
create unique index gateway_single on notices.gateway (tenant, kind) where kind in ('mail', 'sms');

-- One row a notice and channel, and one a person and day for the digest. The message number is what the other side can know a repetition by.
create table notices.delivery (
    tenant     integer not null,
    id         uuid not null,
    person     integer not null,
    post       integer not null,
    channel    text not null check (channel in ('mail', 'sms', 'robot', 'digest')),
    notice     uuid,
    digest_on  date,
    gateway    integer,
    source     text,
    state      text not null check (state in ('pending', 'sending', 'sent', 'failed', 'dropped')),
    message    uuid,
    attempts   integer not null default 0,
    not_before timestamptz not null,
    claimed_at timestamptz,
    answer     text not null default '',
    made_at    timestamptz not null,
    done_at    timestamptz,
    primary key (tenant, id),
    foreign key (tenant, notice) references notices.notice (tenant, id) on delete cascade,
    check ((channel = 'digest') = (notice is null)),
    check ((channel = 'digest') = (digest_on is not null)),
    check ((channel = 'robot') = (gateway is not null)),
    check (state <> 'sending' or claimed_at is not null and message is not null)
);
create unique index delivery_once on notices.delivery (tenant, notice, channel) where notice is not null;
create unique index delivery_daily on notices.delivery (tenant, person, digest_on) where digest_on is not null;
-- a group hears of one thing once, however many of its people chose it
create unique index delivery_group on notices.delivery (tenant, gateway, source) where gateway is not null;
create index delivery_pending on notices.delivery (tenant, not_before) where state = 'pending';
create index delivery_sending on notices.delivery (tenant, claimed_at) where state = 'sending';
create index delivery_message on notices.delivery (tenant, message) where message is not null;

-- How many working days before the end people are warned, from a day on; tenant 0 is what the product came with.
create table notices.warning (
    tenant       integer not null,
    since        date not null,
    working_days integer not null check (working_days between 1 and 20),
    primary key (tenant, since)
);
insert into notices.warning (tenant, since, working_days) values (0, '2000-01-01', 1);

-- Up to which instant the ends of clocks were looked at.
create table notices.watch (
    tenant integer not null,
    kind   text not null check (kind in ('ending', 'breached')),
    until  timestamptz not null,
    primary key (tenant, kind)
);

create table notices.timer (
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
create index timer_execution_time on notices.timer (execution_time);
create index timer_last_heartbeat on notices.timer (last_heartbeat);
