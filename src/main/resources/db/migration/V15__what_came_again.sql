-- What a decision published goes on here where decisions.publications cannot hold it: requests about many reports at once.
create table decision_rest (
    message       varchar(100)  not null,
    type          varchar(40)   not null,
    seq           integer       not null,             -- from 1
    piece         varchar(1000000) not null,
    primary key (message, type, seq)
);

-- When a report's id last came again with other content, which was refused; null: never.
alter table reports add column reused_at timestamp(6) with time zone;
