-- What each back office said that it holds as open, compared with what the hub holds.
create table reconciliations (
    run           varchar(100)  primary key,
    neighbour     varchar(40)   not null,
    state         varchar(20)   not null,             -- ASKED, COMPARED, FAILED
    ordered_by    varchar(200)  not null,
    started_at    timestamp(6) with time zone not null,
    ended_at      timestamp(6) with time zone,
    as_of         timestamp(6) with time zone,        -- when its answer was true
    code          varchar(40),                        -- why it failed
    cause         varchar(4000),
    open_there    integer,
    open_here     integer,
    on_the_way    integer                             -- what moved meanwhile, and was not judged
);
create index reconciliations_started on reconciliations (started_at);

create table reconciliation_differences (
    run           varchar(100)  not null,
    seq           integer       not null,             -- from 1
    kind          varchar(20)   not null,             -- outage.Difference.Kind
    subject       varchar(100)  not null,
    outage        varchar(100),                       -- null where the hub knows none
    here          varchar(1000),
    there         varchar(1000),
    sent_at       timestamp(6) with time zone,        -- when the newest state was sent again
    primary key (run, seq)
);
