-- A clearance may let several aircraft fly; each is a sortie. Until now there was one.

alter table dossier_row add column aircraft integer not null default 1;
