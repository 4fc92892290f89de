-- Lists show first those cases that somebody still has to do with, and page through the others by departure.

create index dossier_row_live on dossier_row (departure)
    where phase in ('WITH_THE_DESK', 'FOR_DECISION') or taken_off_at is not null and landed_at is null
       or open_questions > 0;
drop index dossier_row_departure;
create index dossier_row_departure on dossier_row (departure, number);
