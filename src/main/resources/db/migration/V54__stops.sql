-- Every base of the host that a flight leaves from or comes to on its way, so that each has it on its board. Rows of
-- flights still to come are made again from the entries at the next start.

alter table dossier_row add column bases text[] not null default '{}';
update dossier_row set told = null where clearance is not null and landed_at is null;
