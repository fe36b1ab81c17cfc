-- Purges: what each has purged so far, so that one that was killed goes on and its counts stay right.
create table purges (
    purge         varchar(100)  primary key,
    begun_by      varchar(200)  not null,
    begun_at      timestamp(6) with time zone not null,   -- by this moment it is judged what is old
    ended_at      timestamp(6) with time zone,            -- null: it is under way
    purged        varchar(4000) not null                  -- how many of each store.Purge.Kind, JSON
);
create index purges_begun on purges (begun_at);
