-- That a list of movements was held against the cases, and what came of it; the list itself is not kept.

create table movement_list (
    number bigint generated always as identity primary key,
    mode text not null,
    digest bytea not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    movements integer not null,
    matched integer not null,
    without_clearance integer not null,
    not_listed integer not null,
    sent_by text not null,
    entered_at timestamptz not null,
    unique (mode, digest)
);

grant select, insert on movement_list to nullaosta_app;
