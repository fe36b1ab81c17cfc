-- Dead letters are grouped by cause, sent again by the batch or mended, or discarded. What came is kept whole, however long, so that
-- it can be sent again.
alter table dead_letters alter column came set data type text;
alter table dead_letters add column whole boolean default true not null;   -- whether came is the message itself, neither cut nor Base64
alter table dead_letters add column cause_group varchar(100);              -- one for all letters of one fault
alter table dead_letters add column cause_form varchar(4000);              -- the cause without what differs from message to message
alter table dead_letters add column replayed_by varchar(100);
alter table dead_letters add column edited text;                           -- what was sent in the place of came; null: that itself
alter table dead_letters add column batch varchar(100);                    -- in which it was sent again or discarded; null: alone
alter table dead_letters add column discarded_at timestamp(6) with time zone;
alter table dead_letters add column discarded_by varchar(100);
alter table dead_letters add column discard_reason varchar(1000);

-- Letters of before: their causes cannot be compared here.
update dead_letters set whole = false
    where came like '%... cut here for this record%' or came like '%[cut: it was %' or code in ('NOT_UTF8', 'NOT_TEXT');
update dead_letters set cause_group = place || '-' || step || '-' || code, cause_form = '(kept before causes were compared)';
alter table dead_letters alter column cause_group set not null;
alter table dead_letters alter column cause_form set not null;
create index dead_letters_group on dead_letters (cause_group, state, at);
create index dead_letters_place on dead_letters (place, at);
create index dead_letters_message on dead_letters (message, place);

-- Many letters at once: first a dry run, which fixes the letters, then what was counted is done, or nothing.
create table letter_batches (
    id            varchar(100)  primary key,
    action        varchar(20)   not null,             -- REPLAY, DISCARD
    state         varchar(20)   not null,             -- PLANNED, RUNNING, STOPPED, DONE
    filter        varchar(4000) not null,             -- as it was asked for, JSON
    plan          varchar(1000) not null,             -- the counts, JSON
    rate          integer,                            -- letters a second, at most
    reason        varchar(1000),
    planned_at    timestamp(6) with time zone not null,
    planned_by    varchar(100)  not null,
    started_at    timestamp(6) with time zone,
    started_by    varchar(100),
    stopped_at    timestamp(6) with time zone,
    stopped_by    varchar(100),
    done_at       timestamp(6) with time zone,
    trouble       varchar(1000),                      -- why it does not go on just now
    hub           varchar(100),                       -- which hub sends it on
    lease_until   timestamp(6) with time zone
);
create index letter_batches_planned on letter_batches (planned_at);

create table letter_batch_letters (
    batch         varchar(100)  not null,
    seq           integer       not null,             -- from 1, oldest letter first
    letter        varchar(100)  not null,
    state         varchar(20)   not null,             -- LEFT, DONE, SKIPPED, FAILED
    detail        varchar(400),
    primary key (batch, seq)
);
create index letter_batch_letters_state on letter_batch_letters (batch, state, seq);
