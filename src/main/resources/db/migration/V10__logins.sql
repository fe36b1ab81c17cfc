-- Passwords that the hub made itself, hashed (BCrypt). Those that are set by configuration are not kept.
create table logins (
    name          varchar(100)  primary key,
    hash          varchar(200)  not null,
    made_at       timestamp(6) with time zone not null
);
