-- When a decision by word of mouth lapses that waits for its officer. Cases of earlier releases have none.

alter table dossier_row add column oral_until timestamptz;
create index dossier_row_oral on dossier_row (oral_until) where oral_until is not null;
