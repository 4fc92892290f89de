-- The last day on which an office that was asked may answer. Rows of open cases are
-- made again from the entries at the next start, as every row without `told` is.

alter table dossier_row add column answers_by date;
update dossier_row set told = null where phase in ('WITH_THE_DESK', 'FOR_DECISION');
