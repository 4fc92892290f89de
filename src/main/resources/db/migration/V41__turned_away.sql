-- Who of the host's people came to a place that is not theirs. The application may append and read, no more.

create table turned_away (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    person text not null,
    place text not null,
    status integer not null
);
create index turned_away_person on turned_away (person, at);

grant select, insert on turned_away to nullaosta_app;
