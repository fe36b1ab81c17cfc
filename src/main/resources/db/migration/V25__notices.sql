-- What customers are told (rules.md §5): notices, how far each outage is planned, deliveries, and what became of each.
create table notices (
    notice         varchar(36)   primary key,
    outage         varchar(100),                      -- null for what is about no outage
    type           varchar(20)   not null,            -- preferences.NoticeType
    due_at         timestamp(6) with time zone not null,
    body           varchar(4000) not null             -- notices.Notice as JSON
);
create index notices_outage on notices (outage, due_at);

-- How far the planning of each outage is: which release it is through with, and its place in the next.
create table notice_plans (
    outage         varchar(100)  primary key,
    done_no        bigint        not null,            -- 0: none yet
    done_body      varchar(1000000),                  -- outage.Release as JSON: what the next is compared with
    done_places    varchar(1000),                     -- how the list of those whom it affects looked then
    next_no        bigint,                            -- null: nothing is being planned
    place          varchar(100),                      -- the last account that is planned of it; empty: none yet
    changed_at     timestamp(6) with time zone not null
);

-- Numbers are taken by the thousand, or H2 would write and sync its counter at every thirtieth row.
-- A notice to one receiver over one channel. What waits is judged at wake_at, the most urgent first.
create table notice_deliveries (
    delivery       bigint        generated always as identity (cache 1000) primary key,
    notice         varchar(36)   not null,
    receiver       varchar(100)  not null,            -- of a display the premise, of a letter the account
    channel        varchar(10)   not null,            -- preferences.Channel
    type           varchar(20)   not null,
    outage         varchar(100),
    account        varchar(100)  not null,
    instead_of     varchar(10),                       -- the channel in whose place it stands
    urgency        smallint      not null,            -- notices.Urgency: 9 goes first
    state          varchar(10)   not null,            -- WAITING, SENDING, TOLD, SUPPRESSED, MOVED, FAILED
    wake_at        timestamp(6) with time zone,       -- WAITING: when it is judged; SENDING: until when the claim holds
    reason         varchar(20),                       -- notices.Reason: why it waits, or does not go
    hub            varchar(100),                      -- whose claim
    attempts       integer       not null,
    in_doubt       boolean       not null,            -- whether the provider may have it
    set_asides     integer       not null,
    busy_since     timestamp(6) with time zone,
    first_sent_at  timestamp(6) with time zone,
    said           varchar(4000),                     -- notices.Facts as JSON, as they were handed to the provider last
    provider_id    varchar(200),
    code           varchar(40),                       -- how the last attempt failed
    planned_at     timestamp(6) with time zone not null,
    changed_at     timestamp(6) with time zone not null,
    unique (notice, receiver, channel)
);
create index notice_deliveries_waiting on notice_deliveries (channel, urgency, wake_at, delivery);
create index notice_deliveries_outage on notice_deliveries (outage, account);
create index notice_deliveries_account on notice_deliveries (account);

-- Each telling, deferral, suppression and failure with its reason, in order.
create table notice_log (
    entry          bigint        generated always as identity (cache 1000) primary key,
    delivery       bigint        not null,
    at             timestamp(6) with time zone not null,
    what           varchar(10)   not null,            -- TOLD, DEFERRED, SUPPRESSED, MOVED, FAILED
    reason         varchar(20),
    until_at       timestamp(6) with time zone,
    code           varchar(40),
    cause          varchar(1000)
);
create index notice_log_delivery on notice_log (delivery, entry);

-- One row: who has locked it judges and claims, so that nobody is told two things at once that exclude each other.
create table notice_line (
    line           varchar(10)   primary key
);
insert into notice_line (line) values ('ALL');

-- Which outages go on in another: what was told of them counts there.
create index oans_merged on oans (merged_into);
