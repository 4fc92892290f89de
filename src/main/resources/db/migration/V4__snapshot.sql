-- The facts of each case as last assessed, packed; made from the entries, and can be made again.

create table snapshot (
    dossier uuid primary key references dossier,
    number text not null,
    mode text not null,
    departure timestamptz not null,
    agreement text not null,
    terms text not null,
    vocabulary text not null,
    outcome text not null,
    facts bytea not null
);
create index snapshot_agreement on snapshot (agreement, mode, departure);

grant select, insert, update, delete on snapshot to nullaosta_app;
