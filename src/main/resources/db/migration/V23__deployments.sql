-- Routes and mappings that came after the hub's release: what is in force, for every hub on this database. A folder is only
-- the door; what lies here counts.
create table deployments (
    kind            varchar(10)   not null,           -- ROUTE, MAPPING
    name            varchar(60)   not null,           -- the route's id, or the neighbour
    version         integer,                          -- in force; null: what the hub brings along, or nothing
    newest          integer       not null,           -- the highest number that a version ever had; 0: none was ever taken
    since           timestamp(6) with time zone,
    changed_by      varchar(100),
    refused_digest  varchar(64),                      -- what was offered last and not taken; null when the last was taken
    refused_code    varchar(40),
    refused_cause   varchar(4000),
    refused_source  varchar(500),
    refused_at      timestamp(6) with time zone,
    primary key (kind, name)
);

create table deployment_versions (
    kind            varchar(10)   not null,
    name            varchar(60)   not null,
    version         integer       not null,
    files           varchar(1000000) not null,        -- JSON: text by file name
    digest          varchar(64)   not null,
    source          varchar(500)  not null,           -- where it came from
    hub             varchar(100)  not null,           -- by which hub
    brought_by      varchar(100)  not null,           -- who owns the file
    brought_at      timestamp(6) with time zone not null,
    primary key (kind, name, version),
    foreign key (kind, name) references deployments (kind, name)
);
