-- Extracts of CIS and GIS, loaded from CSV: who is behind which premise, meter, transformer and feeder.
create table accounts (
    account       varchar(100)  primary key,
    name          varchar(200)  not null
);
create table premises (
    premise       varchar(100)  primary key,
    account       varchar(100)  not null,
    meter         varchar(100),
    transformer   varchar(100),
    feeder        varchar(100)
);
create index premises_account on premises (account);
create index premises_meter on premises (meter);
create index premises_transformer on premises (transformer);
create index premises_feeder on premises (feeder);
create table transformers (
    transformer   varchar(100)  primary key,
    feeder        varchar(100)  not null
);
create table feeders (
    feeder        varchar(100)  primary key,
    district      varchar(100)  not null
);
create table phones (
    phone         varchar(20)   not null,             -- E.164
    account       varchar(100)  not null,
    primary key (phone, account)
);
create index phones_account on phones (account);
