-- What an agreement has used up is counted by day, by month and at once: one lock for all three.

-- one row for each agreement and mode that was ever counted: locked while somebody decides on a count
create table ledger (
    agreement text not null,
    mode text not null,
    -- exists to be locked: the application may update this column alone, which "select … for update" asks for
    turn integer not null default 0,
    primary key (agreement, mode)
);

grant select, insert on ledger to nullaosta_app;
grant update (turn) on ledger to nullaosta_app;

drop table ledger_day;
