-- Devices of bases, what they checked without a network, and where their records did not hold together. The application
-- may append and read, no more.

create table gate_device (
    device text primary key,
    mode text not null,
    base text not null,
    spki text not null,
    name text not null,
    asked_by text not null,
    asked_at timestamptz not null
);

-- the document is salted, and its digest is an entry in the register
create table gate_device_act (
    device text not null references gate_device,
    act text not null check (act in ('ENROLLED', 'ENDED')),
    document bytea not null,
    acted_by text not null,
    reason text not null,
    at timestamptz not null,
    primary key (device, act)
);

-- a record that no case holds is closed under the vault's key
create table gate_check (
    device text not null references gate_device,
    number bigint not null check (number > 0),
    digest text not null,
    record bytea,
    in_case boolean not null,
    signature text not null,
    received_by text not null,
    received_at timestamptz not null,
    primary key (device, number)
);

create table gate_break (
    device text not null references gate_device,
    number bigint not null,
    words text not null,
    found_at timestamptz not null,
    primary key (device, number, words)
);

create index dossier_entry_used_twice on dossier_entry (at) where kind = 'PaperUsedTwice';

grant select, insert on gate_device, gate_device_act, gate_check, gate_break to nullaosta_app;
