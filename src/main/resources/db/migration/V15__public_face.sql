-- When each checkpoint was published, and until when readers without an office saw all of them at once: from then on they read
-- behind the host's delay. What was published before this was anybody's to read.

alter table register_checkpoint add column published_at timestamptz not null default '-infinity';
alter table register_checkpoint alter column published_at set default now();

create table register_face (
    delay_minutes integer not null,
    live_until timestamptz not null
);
insert into register_face (delay_minutes, live_until) values (0, now());

grant select, update on register_face to nullaosta_app;
