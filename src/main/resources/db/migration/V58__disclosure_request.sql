-- Requests of the public to see an entry of the register, and what was answered. Who asks is closed under the vault's key;
-- both are only ever added.

create table disclosure_request (
    number integer primary key,
    mode text not null,
    entry bigint not null,
    asked_at timestamptz not null,
    due_by date not null,
    document bytea not null
);
create index disclosure_request_asked on disclosure_request (asked_at);

create table disclosure_answer (
    number integer primary key references disclosure_request,
    outcome text not null,
    answered_at timestamptz not null,
    document bytea not null
);

grant select, insert on disclosure_request, disclosure_answer to nullaosta_app;
