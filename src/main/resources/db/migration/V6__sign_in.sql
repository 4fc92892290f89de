-- Who signed in, and who tried to and is nobody here. The application may append and read, no more.

create table sign_in (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    subject text not null,
    person text
);

grant select, insert on sign_in to nullaosta_app;
