-- Cases: entries are appended and never changed; rows are made from them and can be made again.

create table dossier (
    id uuid primary key,
    pseudonym text not null unique,
    -- exists to be locked: the application may update this column alone, which "select … for update" asks for
    turn integer not null default 0
);

create table dossier_entry (
    dossier uuid not null references dossier,
    number integer not null check (number > 0),
    at timestamptz not null,
    author text not null,
    kind text not null,
    body bytea not null,
    salt bytea not null,
    envelope bytea not null,
    ticket bigint not null,
    primary key (dossier, number)
);

create table dossier_row (
    dossier uuid primary key references dossier,
    number text not null unique,
    mode text not null,
    operator_state text not null,
    operator text not null,
    aircraft_type text not null,
    tail text not null,
    call_sign text not null,
    base text not null,
    purpose text not null,
    armed boolean not null,
    route text not null,
    departure timestamptz not null,
    departure_day date not null,
    window_from timestamptz not null,
    window_until timestamptz not null,
    received_at timestamptz not null,
    phase text not null,
    agreement text,
    outcome text not null,
    waits_for text not null,
    clearance text unique,
    life text,
    status_index integer unique,
    light text,
    taken_off_at timestamptz,
    landed_at timestamptz,
    emergency boolean not null,
    open_deviations integer not null,
    deviations integer not null,
    refusal_clauses text not null,
    version integer not null
);
create index dossier_row_departure on dossier_row (departure);
create index dossier_row_ledger on dossier_row (agreement, departure_day, mode);

create table case_serial (
    year integer not null,
    mode text not null,
    last integer not null,
    primary key (year, mode)
);

create sequence status_index minvalue 0 maxvalue 2147483647;

-- one row for each agreement, day and mode that was ever counted: locked while somebody decides on the count
create table ledger_day (
    agreement text not null,
    day date not null,
    mode text not null,
    turn integer not null default 0,
    primary key (agreement, day, mode)
);

grant select, insert on dossier, dossier_entry to nullaosta_app;
grant update (turn) on dossier to nullaosta_app;
grant select, insert, update, delete on dossier_row to nullaosta_app;
grant select, insert, update on case_serial to nullaosta_app;
grant select, insert on ledger_day to nullaosta_app;
grant update (turn) on ledger_day to nullaosta_app;
grant usage on sequence status_index to nullaosta_app;
