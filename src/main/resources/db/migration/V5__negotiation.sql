-- Negotiations of agreements: steps are appended and never changed; with a version's text in its proposal.

create table negotiation (
    agreement text primary key,
    pseudonym text not null unique
);

create table negotiation_step (
    agreement text not null references negotiation,
    number integer not null check (number > 0),
    at timestamptz not null,
    author text not null,
    kind text not null,
    body bytea not null,
    salt bytea not null,
    envelope bytea not null,
    ticket bigint not null,
    primary key (agreement, number)
);

grant select, insert on negotiation, negotiation_step to nullaosta_app;
