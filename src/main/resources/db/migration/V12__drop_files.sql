-- Files of a drop folder: how far each was read, so that a file read again after a crash goes on from its place.
create table drop_files (
    id            varchar(100)  primary key,          -- made of hub, name, size and time of the file
    target        varchar(255)  not null,             -- what the hub calls it when it moves it away
    reports       bigint        not null,             -- how many of its reports were read: its place
    refused       bigint        not null,             -- how many of these were refused
    faults_size   bigint        not null,             -- bytes of its .faults file that belong to them
    finished      boolean       not null,             -- read to its end; only the moving is left
    begun_at      timestamp(6) with time zone not null,
    changed_at    timestamp(6) with time zone not null
);
