-- The register: opaque entries in the order in which they were integrated. The application may append and read, no more.

-- entries committed with what they tell of, not yet in the tree
create table register_queue (
    ticket bigint generated always as identity primary key,
    entry bytea not null check (octet_length(entry) <= 65535)
);

create table register_leaf (
    index bigint primary key,
    ticket bigint not null unique,
    entry bytea not null,
    hash bytea not null
);
create index register_leaf_hash on register_leaf (hash);

-- hashes above the leaves, one for each full tile: level and index count tiles (C2SP tlog-tiles)
create table register_node (
    level integer not null,
    index bigint not null,
    hash bytea not null,
    primary key (level, index)
);

-- the tree as committed; its one row is what integrators take turns on
create table register_state (
    sole boolean primary key default true check (sole),
    size bigint not null,
    root bytea not null
);
insert into register_state (size, root) values (0, sha256(''));

create table register_checkpoint (
    size bigint primary key,
    note bytea not null
);

grant select, insert on register_leaf, register_node, register_checkpoint to nullaosta_app;
grant select, insert, delete on register_queue to nullaosta_app;
grant select on register_state to nullaosta_app;
grant update (size, root) on register_state to nullaosta_app;
