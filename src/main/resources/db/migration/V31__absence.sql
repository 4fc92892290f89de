-- That an officer is away, and who decides meanwhile; and that they are back early. Both are only ever added.

create table absence (
    number integer primary key,
    officer text not null,
    deputy text not null,
    act text not null,
    begins_at timestamptz not null,
    until_at timestamptz not null,
    entered_by text not null,
    entered_at timestamptz not null,
    document bytea not null,
    digest bytea not null unique
);

create table absence_end (
    number integer primary key references absence,
    ended_by text not null,
    ended_at timestamptz not null,
    document bytea not null
);

grant select, insert on absence, absence_end to nullaosta_app;
