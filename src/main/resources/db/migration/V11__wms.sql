-- What WMS (SAP) has of each job: its number there, and the state that it had last. Written when SAP has committed.
create table wms_objects (
    job           varchar(100)  primary key,
    number        varchar(12)   not null,             -- of the notification or the order, given by SAP
    release       bigint        not null,             -- of the state that SAP has; 0 when it has been created and no more
    state         varchar(1000000),                   -- that state, canonical JSON; null with release 0
    changed_at    timestamp(6) with time zone not null
);
