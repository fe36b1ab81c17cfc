-- What an operator ordered for a neighbour's deliveries; no row, or a pause whose end has passed: they go as ever.
create table neighbour_holds (
    neighbour     varchar(40)   primary key,
    mode          varchar(20)   not null,             -- PAUSED, DRAINING, SKIPPING
    reason        varchar(1000),                      -- of a pause
    since         timestamp(6) with time zone not null,
    until         timestamp(6) with time zone,        -- when a pause ends by itself
    ordered_by    varchar(200)  not null,
    rate          integer,                            -- of a drain: messages a second, all hubs together
    next_slot     timestamp(6) with time zone         -- of a drain: when the next message may go
);

-- Neighbours in shadow: what is for them is mapped, kept and not sent. What came before live_at stays unsent for good.
create table neighbour_shadows (
    neighbour     varchar(40)   primary key,
    since         timestamp(6) with time zone not null,
    live_at       timestamp(6) with time zone         -- real time; null while in shadow
);
