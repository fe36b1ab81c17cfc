-- The outage and what was decided about it. Standard SQL for H2 and PostgreSQL; JSON as text, times with time zone in UTC.

create table outages (
    outage        varchar(100)  primary key,
    body          varchar(1000000) not null,          -- outage.Outage as JSON
    known         boolean       not null,
    merged_into   varchar(100),
    history_lines bigint        not null,             -- how many lines its history has
    changed_at    timestamp(6) with time zone not null
);

-- Every message the writer has decided, with what it published: a repeat publishes the same again and changes nothing.
-- Ids are unique among messages of one type: CMS and OMS may use the same.
create table decisions (
    message       varchar(100)  not null,
    type          varchar(40)   not null,
    outage        varchar(100)  not null,
    decided_at    timestamp(6) with time zone not null,
    publications  varchar(1000000) not null,          -- list of outage.Publication as JSON
    primary key (message, type)
);
create index decisions_outage on decisions (outage, decided_at);

-- Each field report as it was understood, and what became of it.
create table reports (
    report        varchar(100)  primary key,
    outage        varchar(100)  not null,
    job           varchar(100),
    received_at   timestamp(6) with time zone not null,
    body          varchar(1000000) not null,          -- outage.FieldReport as JSON
    state         varchar(40)   not null,
    rule_name     varchar(200)  not null,
    detail        varchar(4000),
    changed_at    timestamp(6) with time zone not null
);
create index reports_outage on reports (outage, received_at);

create table history (
    outage        varchar(100)  not null,
    seq           bigint        not null,
    at            timestamp(6) with time zone not null,
    who           varchar(200)  not null,
    message       varchar(100)  not null,
    what          varchar(4000) not null,
    release_no    bigint,
    changes       varchar(1000000) not null,          -- list of outage.HistoryEntry.Change as JSON
    primary key (outage, seq)
);

-- The newest release of each outage, as readers of the OAN find it.
create table oans (
    outage        varchar(100)  primary key,
    release_no    bigint        not null,
    released_at   timestamp(6) with time zone not null,
    unconfirmed   boolean       not null,
    status        varchar(20)   not null,
    district      varchar(100),
    feeder        varchar(100),
    transformer   varchar(100),
    merged_into   varchar(100),
    body          varchar(1000000) not null           -- outage.Release as JSON
);
create index oans_district on oans (district, status);
create index oans_feeder on oans (feeder, status);
create index oans_transformer on oans (transformer, status);

create table outage_premises (
    outage        varchar(100)  not null,
    premise       varchar(100)  not null,
    primary key (outage, premise)
);
create index outage_premises_premise on outage_premises (premise);

create table outage_meters (
    outage        varchar(100)  not null,
    meter         varchar(100)  not null,
    primary key (outage, meter)
);
create index outage_meters_meter on outage_meters (meter);

-- By the request's id an answer finds its outage.
create table oms_requests (
    request       varchar(100)  primary key,
    outage        varchar(100)  not null,
    asked_at      timestamp(6) with time zone not null,
    answered_at   timestamp(6) with time zone
);
create index oms_requests_asked on oms_requests (asked_at, answered_at);

-- The Dispatcher's review queue.
create table review (
    item          varchar(100)  primary key,
    outage        varchar(100)  not null,
    report        varchar(100)  not null,
    code          varchar(40)   not null,
    detail        varchar(4000),
    since         timestamp(6) with time zone not null,
    state         varchar(20)   not null,             -- OPEN, APPROVED, REFUSED, WITHDRAWN
    decided_by    varchar(200),
    decided_at    timestamp(6) with time zone,
    reason        varchar(4000)
);
create index review_open on review (state, since);

-- Storm mode of each district (BR), and since when a neighbour is known to be away; null: it is not. Few rows.
create table storms (
    district      varchar(100)  primary key,
    since         timestamp(6) with time zone not null,
    switched_by   varchar(200)  not null
);
create table neighbours_away (
    neighbour     varchar(40)   primary key,
    since         timestamp(6) with time zone
);
