package nullaosta.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nullaosta.agreement.Terms;
import nullaosta.dossier.Row;
import nullaosta.mission.DataMode;
import nullaosta.oversight.figures.Allegations;
import nullaosta.oversight.figures.CountedFlight;
import nullaosta.oversight.figures.Figures;
import nullaosta.oversight.figures.FiguresFile;
import nullaosta.oversight.figures.Restatement;
import nullaosta.party.OfficeHours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public register's figures, and what they were on each day that somebody asked for them. */
public final class PostgresFigures {

    private final JdbcClient jdbc;
    private final PostgresLists lists;
    private final OfficeHours office;
    private final DataMode mode;

    public PostgresFigures(DataSource source, PostgresLists lists, OfficeHours office, DataMode mode) {
        this.jdbc = JdbcClient.create(source);
        this.lists = lists;
        this.office = office;
        this.mode = mode;
    }

    /** What the entries say of a case beyond its row. */
    private record Way(UUID dossier, Optional<Instant> decidedAt, boolean inBlock, Optional<String> terms) {}

    /** @param terms by the id of a version */
    public Figures of(Function<String, Optional<Terms>> terms, Instant at) {
        Map<UUID, Way> ways = jdbc.sql("""
                select dossier, decided_at, coalesce(in_block, false) as in_block, snapshot.terms
                from dossier_row left join snapshot using (dossier) left join (
                  select dossier, max(at) as decided_at, bool_or(kind = 'ClearedInBlock') as in_block
                  from dossier_entry where kind in ('Decided', 'ClearedInBlock') group by dossier) as decision
                using (dossier) where dossier_row.mode = ?""").param(mode.name())
                .query((rs, n) -> new Way(rs.getObject(1, UUID.class), instant(rs.getTimestamp(2)), rs.getBoolean(3),
                        Optional.ofNullable(rs.getString(4))))
                .list().stream().collect(Collectors.toMap(Way::dossier, Function.identity()));
        List<CountedFlight> counted = new ArrayList<>();
        for (Row row : lists.every()) {
            if (row.mode() == mode) {
                Optional<Way> way = Optional.ofNullable(ways.get(row.id().value()));
                counted.add(new CountedFlight(row, way.flatMap(Way::decidedAt).filter(any -> !row.phase().open()),
                        way.map(Way::inBlock).orElse(false), way.flatMap(Way::terms)));
            }
        }
        return Figures.of(counted, office, terms, at);
    }

    /** Of the flights of one data mode. */
    public Allegations allegations() {
        return jdbc.sql("""
                select coalesce(sum(allegations), 0), coalesce(sum(allegations - open_allegations), 0)
                from dossier_row where mode = ?""").param(mode.name())
                .query((rs, n) -> new Allegations(rs.getInt(1), rs.getInt(2))).single();
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }

    /** Keeps them as the day's snapshot where the day has none yet. */
    public void keep(Figures figures, ZoneId zone) {
        jdbc.sql("""
                insert into oversight_snapshot (mode, day, taken_at, file) values (?, ?, ?, ?)
                on conflict do nothing""").param(mode.name()).param(day(figures, zone))
                .param(Timestamp.from(figures.at())).param(FiguresFile.write(figures)).update();
    }

    /** What differs from what was published before, up to these figures; newest first. */
    public List<Restatement> restatements(Figures figures, ZoneId zone) {
        List<Restatement.Snapshot> snapshots = new ArrayList<>(jdbc
                .sql("select day, file from oversight_snapshot where mode = ? order by day").param(mode.name())
                .query((rs, n) -> new Restatement.Snapshot(rs.getObject(1, LocalDate.class), rs.getString(2))).list());
        snapshots.add(new Restatement.Snapshot(day(figures, zone), FiguresFile.write(figures)));
        return Restatement.of(snapshots);
    }

    private static LocalDate day(Figures figures, ZoneId zone) {
        return figures.at().atZone(zone).toLocalDate();
    }
}
