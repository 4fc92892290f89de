-- News of cases on its way to people and programs: a letter names a case and a step, nothing of what the case says.

-- which version of a case letters were made of last
create table letter_made (
    dossier uuid primary key references dossier,
    version integer not null
);

create table letter (
    number bigint generated always as identity primary key,
    dossier uuid not null references dossier,
    about text not null,
    carrier text not null,
    recipient text not null,
    subject text not null,
    made_at timestamptz not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    trouble text,
    sent_at timestamptz
);
create index letter_due on letter (due_at) where sent_at is null;
create index letter_last on letter (dossier, carrier, recipient, number desc);

grant select, insert, update on letter_made to nullaosta_app;
grant select, insert, update, delete on letter to nullaosta_app;
