-- What an agreement has used up is counted with its lock held: by month, and by the windows that are not over.

drop index dossier_row_ledger;
create index dossier_row_ledger on dossier_row (agreement, mode, departure);
create index dossier_row_window on dossier_row (agreement, mode, window_until);
