-- What was delivered to whom, in which form, with which answer: it makes a repeat harmless, keeps an older state from
-- overwriting a newer one of the same subject, and is what an operator sees of a report's way.
create table deliveries (
    neighbour     varchar(40)   not null,
    message       varchar(100)  not null,             -- our own message's id
    delivery      varchar(100),                       -- the id by which the neighbour knows a repeat; null before it was mapped
    type          varchar(40)   not null,
    subject       varchar(100)  not null,
    outage        varchar(100)  not null,
    number        bigint,                             -- orders whole states of the subject; null: no state
    state         varchar(20)   not null,             -- SENDING, DUE, DELIVERED, PARKED, SUPERSEDED
    hub           varchar(100),
    taking        varchar(100),                       -- which taking of the message has the claim
    lease_until   timestamp(6) with time zone,
    attempts      integer       not null,
    busy_tries    integer       not null,             -- busy failures in a row in this taking
    set_asides    integer       not null,
    busy_since    timestamp(6) with time zone,
    first_at      timestamp(6) with time zone not null,
    last_at       timestamp(6) with time zone not null,
    due_at        timestamp(6) with time zone,
    came          varchar(1000000) not null,
    sent          varchar(1000000),
    answer        varchar(4000),
    code          varchar(40),
    cause         varchar(4000),
    primary key (neighbour, message)
);
create index deliveries_subject on deliveries (neighbour, subject, number);
create index deliveries_outage on deliveries (outage, first_at);
create index deliveries_state on deliveries (state, neighbour, last_at);

-- One row for each run of attempts that ended alike, so that a neighbour away for a day fills no table.
create table delivery_attempts (
    neighbour     varchar(40)   not null,
    message       varchar(100)  not null,
    attempt       integer       not null,             -- the first of the run
    times         integer       not null,
    first_at      timestamp(6) with time zone not null,
    last_at       timestamp(6) with time zone not null,
    hub           varchar(100)  not null,
    code          varchar(40)   not null,             -- DELIVERED, or a code of the error catalogue
    detail        varchar(4000),
    primary key (neighbour, message, attempt)
);

-- One row a subject: its lock puts the claims of one subject in a line.
create table delivery_subjects (
    neighbour     varchar(40)   not null,
    subject       varchar(100)  not null,
    delivered_no  bigint        not null,
    primary key (neighbour, subject)
);

-- What could not go on: refused at a door, undecidable, or parked before a neighbour.
create table dead_letters (
    id            varchar(100)  primary key,
    place         varchar(40)   not null,             -- the door or the neighbour
    step          varchar(40)   not null,             -- DECODE, CHECK, DECIDE, MAP, DELIVER, ANSWER
    code          varchar(40)   not null,
    cause         varchar(4000) not null,
    outage        varchar(100),
    message       varchar(100),
    attempts      integer       not null,
    at            timestamp(6) with time zone not null,
    came          varchar(1000000) not null,          -- the message as it came; Base64 when it is no text
    mapped        varchar(1000000),
    headers       varchar(100000) not null,           -- those needed to send it again, as JSON
    state         varchar(20)   not null,             -- OPEN, REPLAYED
    replayed_at   timestamp(6) with time zone
);
create index dead_letters_open on dead_letters (state, at);
create index dead_letters_outage on dead_letters (outage, at);
