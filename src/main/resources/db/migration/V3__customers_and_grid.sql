-- Extracts of CIS and GIS, loaded from CSV: who is behind which premise, meter, transformer and feeder.
create table accounts (
    account       varchar(100)  primary key,
    name          varchar(200)  not null
);
create table premises (
    premise       varchar(100)  primary key,
    account       varchar(100)  not null,
    transformer   varchar(100)
);
create index premises_account on premises (account);
create index premises_transformer on premises (transformer);
create table meters (
    meter         varchar(100)  primary key,
    premise       varchar(100)  not null
);
create index meters_premise on meters (premise);
create table transformers (
    transformer   varchar(100)  primary key,
    feeder        varchar(100)  not null
);
create index transformers_feeder on transformers (feeder);
create table feeders (
    feeder        varchar(100)  primary key,
    district      varchar(100)  not null
);
create index feeders_district on feeders (district);
create table phones (
    phone         varchar(20)   not null,             -- E.164
    account       varchar(100)  not null,
    primary key (phone, account)
);
create index phones_account on phones (account);
