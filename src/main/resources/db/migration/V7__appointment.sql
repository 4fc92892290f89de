-- Acts of the appointing authority as it signed them. The application may append and read, no more.

create table appointment (
    number bigint generated always as identity primary key,
    digest bytea not null unique,
    document bytea not null,
    entered_at timestamptz not null
);

grant select, insert on appointment to nullaosta_app;
