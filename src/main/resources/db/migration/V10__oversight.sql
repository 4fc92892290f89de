-- What the public register said on a day, as the file it published: appended, never changed.

create table oversight_snapshot (
    mode text not null,
    day date not null,
    taken_at timestamptz not null,
    file text not null,
    primary key (mode, day)
);

-- when a case was decided, and what was alleged, is read from its entries for the public figures
create index dossier_entry_decision on dossier_entry (dossier, at) where kind in ('Decided', 'ClearedInBlock');

create index dossier_entry_allegation on dossier_entry (dossier, number) where kind in ('HarmAlleged', 'AllegationAnswered');

grant select, insert on oversight_snapshot to nullaosta_app;
