-- What an agreement has used up is counted over the rows that count, and over no others: cases on the desk, and versions of a
-- row from before it was cleared, cost a count nothing.

alter table dossier_row
    add column counted boolean not null
        generated always as (phase = 'CLEARED' and coalesce(life in ('VALID', 'SUSPENDED'), false) or taken_off_at is not null) stored;

drop index dossier_row_ledger;
drop index dossier_row_window;
create index dossier_row_ledger on dossier_row (agreement, mode, departure) where counted;
create index dossier_row_window on dossier_row (agreement, mode, window_until) where counted;

-- a row is written again at each step of its case: with room on its page that touches no index that does not change
alter table dossier_row set (fillfactor = 60);
