-- When each checkpoint was published, and how many entries readers without an office have been shown: they read behind the host's
-- delay, and are never shown less than before. What was published before this was anybody's to read.

alter table register_checkpoint add column published_at timestamptz not null default '-infinity';
alter table register_checkpoint alter column published_at set default now();

create table register_face (
    delay_minutes integer not null,
    shown bigint not null
);
insert into register_face (delay_minutes, shown) values (0, 0);

grant select, update on register_face to nullaosta_app;
