package nullaosta.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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

/**
 * The public register's figures, and what they were on each day that somebody asked for them.
 *
 * <p>What is counted of a case is kept in memory and read anew only once the case has moved, by its version; whether any has
 * moved is one statement over the rows. Nothing is kept that could outlive its cases: after a restart all is read again. Of many
 * cases the last fold is shown while the next is made, so that readers of a large register do not wait.
 */
public final class PostgresFigures {

    /** From so many cases on a fold takes long; it may take one part in so many of the time. */
    private static final int MANY = 10_000;
    private static final int ONE_PART_IN = 20;
    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final PostgresLists lists;
    private final OfficeHours office;
    private final DataMode mode;
    private final int many;
    private final Map<UUID, Folded> folded = new HashMap<>();
    private final AtomicReference<@Nullable Fold> last = new AtomicReference<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private List<Restatement.Snapshot> snapshots = List.of();
    private List<Restatement> restated = List.of();

    public PostgresFigures(DataSource source, PostgresLists lists, OfficeHours office, DataMode mode) {
        this(source, lists, office, mode, MANY);
    }

    /** @param many from how many cases on an answer may be older than the last that moved */
    public PostgresFigures(DataSource source, PostgresLists lists, OfficeHours office, DataMode mode, int many) {
        this.many = many;
        this.jdbc = JdbcClient.create(source);
        this.lists = lists;
        this.office = office;
        this.mode = mode;
    }

    private record Folded(int version, CountedFlight flight) {}

    /** How many cases there are, and how often they moved: versions only rise, and no case goes. */
    private record Moves(long cases, long versions) {}

    /** @param until by {@link System#nanoTime}, whatever moves */
    private record Fold(Moves moves, Figures figures, long until) {}

    /** What the entries say of a case beyond its row. */
    private record Way(Optional<Instant> decidedAt, boolean inBlock, Optional<String> terms) {

        static final Way NONE = new Way(Optional.empty(), false, Optional.empty());
    }

    /**
     * Of many cases nobody waits for a fold but whoever asks first: what is older is folded anew beside the answer.
     *
     * @param terms by the id of a version
     */
    public Figures of(Function<String, Optional<Terms>> terms, Instant at) {
        Fold known = last.get();
        if (known == null || known.moves().cases() < many) {
            return fold(terms, at).figures();
        }
        if (System.nanoTime() - known.until() >= 0 && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("figures").start(() -> {
                try {
                    fold(terms, at);
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return known.figures();
    }

    private synchronized Fold fold(Function<String, Optional<Terms>> terms, Instant at) {
        long started = System.nanoTime();
        Fold known = last.get();
        Moves moves = jdbc.sql("select count(*), coalesce(sum(version), 0) from dossier_row where mode = ?")
                .param(mode.name()).query((rs, n) -> new Moves(rs.getLong(1), rs.getLong(2))).single();
        Figures figures;
        if (known != null && known.moves().equals(moves)) {
            figures = known.figures().still(at);
        } else {
            refresh();
            figures = Figures.of(folded.values().stream().map(Folded::flight).toList(), terms, at);
        }
        long now = System.nanoTime();
        Fold fold = new Fold(moves, figures, now + ONE_PART_IN * (now - started));
        last.set(fold);
        return fold;
    }

    private void refresh() {
        List<UUID> moved = new ArrayList<>();
        jdbc.sql("select dossier, version from dossier_row where mode = ?").param(mode.name()).query(rs -> {
            UUID id = rs.getObject(1, UUID.class);
            Folded known = folded.get(id);
            if (known == null || known.version() != rs.getInt(2)) {
                moved.add(id);
            }
        });
        for (int i = 0; i < moved.size(); i += AT_ONCE) {
            List<UUID> some = moved.subList(i, Math.min(i + AT_ONCE, moved.size()));
            Map<UUID, Way> ways = ways(some);
            for (Row row : lists.of(some)) {
                Way way = ways.getOrDefault(row.id().value(), Way.NONE);
                folded.put(row.id().value(), new Folded(row.version(),
                        CountedFlight.of(row, way.decidedAt(), way.inBlock(), way.terms(), office)));
            }
        }
    }

    private Map<UUID, Way> ways(List<UUID> cases) {
        Map<UUID, Way> ways = new HashMap<>();
        jdbc.sql("""
                select dossier, max(at), coalesce(bool_or(kind = 'ClearedInBlock'), false), max(snapshot.terms)
                from unnest(?) as asked (dossier) left join snapshot using (dossier)
                  left join dossier_entry entry using (dossier)
                where kind is null or kind in ('Decided', 'ClearedInBlock') group by dossier""")
                .param(cases.toArray(UUID[]::new)).query(rs -> {
                    ways.put(rs.getObject(1, UUID.class), new Way(instant(rs.getTimestamp(2)), rs.getBoolean(3),
                            Optional.ofNullable(rs.getString(4))));
                });
        return ways;
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
    public synchronized List<Restatement> restatements(Figures figures, ZoneId zone) {
        gather();
        List<Restatement.Snapshot> latest = new ArrayList<>(
                snapshots.isEmpty() ? List.of() : List.of(snapshots.getLast()));
        latest.add(new Restatement.Snapshot(day(figures, zone), FiguresFile.write(figures)));
        List<Restatement> all = new ArrayList<>(Restatement.of(latest));
        all.addAll(restated);
        return all;
    }

    /** What was published on a day is never published otherwise, so it is compared with the day before it once. */
    private void gather() {
        LocalDate known = snapshots.isEmpty() ? LocalDate.EPOCH : snapshots.getLast().day();
        List<Restatement.Snapshot> more = new ArrayList<>(snapshots.isEmpty()
                ? List.of()
                : List.of(snapshots.getLast()));
        more.addAll(jdbc.sql("select day, file from oversight_snapshot where mode = ? and day > ? order by day")
                .param(mode.name()).param(known)
                .query((rs, n) -> new Restatement.Snapshot(rs.getObject(1, LocalDate.class), rs.getString(2)))
                .list());
        List<Restatement> all = new ArrayList<>(Restatement.of(more));
        all.addAll(restated);
        restated = List.copyOf(all);
        snapshots = more.isEmpty() ? List.of() : List.of(more.getLast());
    }

    private static LocalDate day(Figures figures, ZoneId zone) {
        return figures.at().atZone(zone).toLocalDate();
    }
}
