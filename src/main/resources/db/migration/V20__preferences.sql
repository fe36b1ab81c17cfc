-- Whom an account names, how they are reached, and what they chose (D11, FR 12–23).
alter table accounts add column customer_group varchar(20) default 'RESIDENTIAL' not null;
alter table accounts add column language varchar(35) default 'en' not null;    -- BCP 47
alter table accounts add column zone varchar(64);                              -- null: that of the hub (hub.oan.zone)
alter table premises add column display boolean default false not null;        -- whether an in-home display is there

create table receivers (
    receiver       varchar(100)  primary key,
    account        varchar(100)  not null,
    role           varchar(30)   not null,
    language       varchar(35)   not null,
    zone           varchar(64)   not null
);
create index receivers_account on receivers (account);

-- One address of a receiver on a channel; where opted_in_at is null, nothing may go there (BR 5).
create table contacts (
    receiver       varchar(100)  not null,
    channel        varchar(10)   not null,
    address        varchar(254)  not null,            -- E.164, or an e-mail address in lower case
    opted_in_at    timestamp(6) with time zone,
    opted_in_how   varchar(100),
    primary key (receiver, channel)
);
create index contacts_address on contacts (address, channel);

-- What is known of an address, whoever has it: a STOP, or that nobody is reached there. An opt-in after that opens it again.
create table addresses (
    channel        varchar(10)   not null,
    address        varchar(254)  not null,
    stopped_at     timestamp(6) with time zone,
    stopped_how    varchar(100),
    bad_since      timestamp(6) with time zone,
    bad_why        varchar(100),
    primary key (channel, address)
);

-- What a receiver chose on a channel (FR 16, 17, 18).
create table choices (
    receiver       varchar(100)  not null,
    channel        varchar(10)   not null,
    types          varchar(400)  not null,            -- preferences.NoticeType, separated by blanks; empty: nothing
    quiet_from     time,
    quiet_until    time,
    most_per_outage integer,
    preference     integer       not null,            -- 1: liked best
    primary key (receiver, channel)
);

-- Who took which bundle: the history that suggestions are made from (FR 15).
create table bundles_taken (
    receiver       varchar(100)  not null,
    bundle         varchar(100)  not null,
    customer_group varchar(20)   not null,
    taken_at       timestamp(6) with time zone not null,
    primary key (receiver, bundle)
);
create index bundles_taken_group on bundles_taken (customer_group, bundle);
