-- Entries about people on the ground are closed under a key of their own, so that one of them can be forgotten while the case
-- is kept. A key that was taken away is null; entries of earlier releases have no line, and go with their case.

create table person_key (
    dossier uuid not null references dossier,
    entry integer not null,
    key bytea,
    primary key (dossier, entry)
);

grant select, insert on person_key to nullaosta_app;
grant update (key) on person_key to nullaosta_app;
