package nullaosta.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much there is of what, at one moment, for whoever runs the server.
 *
 * @param committed entries in the register's committed tree
 * @param published entries under its newest published checkpoint
 * @param waiting   entries that are queued or committed, and not published
 * @param open      cases that are not decided
 * @param airborne  flights in the air
 * @param deviating of these, with an open deviation
 * @param silent    of these, not heard
 */
public record Standing(long committed, long published, long waiting, int open, int airborne, int deviating,
        int silent) {

    static Standing of(DataSource source) {
        return JdbcClient.create(source)
                .sql("""
                        select size as committed, published, queued + size - published as waiting, open, airborne, deviating, silent
                        from (select size from register_state) as tree,
                             (select coalesce(max(size), 0) as published from register_checkpoint) as noted,
                             (select count(*) as queued from register_queue) as queue,
                             (select count(*) filter (where phase in ('WITH_THE_DESK', 'FOR_DECISION')) as open,
                                     count(*) filter (where aloft) as airborne,
                                     count(*) filter (where aloft and open_deviations > 0) as deviating,
                                     count(*) filter (where aloft and silent) as silent
                              from (select *, taken_off_at is not null and landed_at is null as aloft from dossier_row
                                    where phase in ('WITH_THE_DESK', 'FOR_DECISION')
                                       or taken_off_at is not null and landed_at is null) as current) as cases""")
                .query((rs, n) -> new Standing(rs.getLong("committed"), rs.getLong("published"), rs.getLong("waiting"),
                        rs.getInt("open"), rs.getInt("airborne"), rs.getInt("deviating"), rs.getInt("silent")))
                .single();
    }
}
