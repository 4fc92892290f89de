-- How many of oversight's questions on a case the desk has not answered: they wait in its list whatever became of the case.

alter table dossier_row add column open_questions integer not null default 0;
create index dossier_row_questions on dossier_row (departure) where open_questions > 0;
