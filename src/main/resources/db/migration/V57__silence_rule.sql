-- When the silence of an office that was asked is taken for no objection, by that office's own rule. Cases of earlier releases
-- have none.

alter table dossier_row add column silence_at timestamptz;
create index dossier_row_silence on dossier_row (silence_at) where silence_at is not null;
