-- What a case says is kept closed under keys that are not in the database. What is left in the clear is what lists, counts
-- and locks are made by: state, base, times, phase.

-- the case's own key, closed under the vault's; nothing opens what it closed once it is gone
alter table dossier
    add column key bytea,
    add column erased_through integer not null default 0;
grant update (key, erased_through) on dossier to nullaosta_app;

-- stands in the entry itself, which is closed
alter table dossier_entry drop column author;

-- rows without `told` are of an earlier release, and are made again from the entries at the next start
alter table dossier_row
    drop column operator,
    drop column aircraft_type,
    drop column tail,
    drop column call_sign,
    drop column purpose,
    drop column armed,
    drop column route,
    add column told bytea,
    add column words bigint[] not null default '{}',
    add column allegations integer not null default 0,
    add column open_allegations integer not null default 0;
create index dossier_row_words on dossier_row using gin (words);

delete from snapshot;
drop index dossier_entry_allegation;
