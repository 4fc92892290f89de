-- A flight of which nothing is heard has not deviated: it is counted apart. Rows that counted it as a deviation are mended
-- from the entries, which keep the kind they were written with.

alter table dossier_row
    add column silences integer not null default 0,
    add column silent boolean not null default false;

with told as (
    select dossier, deviation ->> 'id' as id, bool_or(closed) as closed
      from (select dossier, kind = 'DeviationClosed' as closed,
                   convert_from(body, 'UTF8')::jsonb -> 'entry' -> 'deviation' as deviation
              from dossier_entry
             where kind in ('DeviationConfirmed', 'DeviationClosed')) as entries
     where deviation ->> 'kind' = 'SILENT'
     group by dossier, deviation ->> 'id'
), counted as (
    select dossier, count(*) as silences, count(*) filter (where not closed) as still
      from told
     group by dossier
)
update dossier_row
   set silences = counted.silences,
       silent = counted.still > 0,
       deviations = deviations - counted.silences,
       open_deviations = open_deviations - counted.still
  from counted
 where dossier_row.dossier = counted.dossier;
