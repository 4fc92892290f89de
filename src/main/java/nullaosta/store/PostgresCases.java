package nullaosta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nullaosta.clearance.Life;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.CaseStore;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Ledger;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.dossier.Snapshot;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.DataMode;
import nullaosta.quantity.TimeWindow;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases in PostgreSQL. The entry, its envelope in the register's queue and the case's row are written in one transaction;
 * the case's own line is locked while a command works, so two commands on one case follow each other.
 */
public final class PostgresCases implements CaseStore, CaseLists {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final EntryFormat format;

    public PostgresCases(DataSource source, EntryFormat format) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.format = format;
    }

    @Override
    public <T> T transact(Function<Session, T> work) {
        T result = transactions.execute(status -> work.apply(new PostgresSession()));
        if (result == null) {
            throw new IllegalStateException("a transaction answered nothing");
        }
        return result;
    }

    @Override
    public Optional<Stored> read(DossierId id) {
        return pseudonym("select pseudonym from dossier where id = ?", id).map(pseudonym -> stored(id, pseudonym));
    }

    @Override
    public Optional<DossierId> find(String number) {
        return jdbc.sql("select dossier from dossier_row where number = ? or clearance = ?").param(number)
                .param(number).query(UUID.class).optional().map(DossierId::new);
    }

    @Override
    public List<Row> rows(Filter filter) {
        return jdbc
                .sql("""
                        select * from (select * from dossier_row
                        where (cast(:state as text) is null or operator_state = :state)
                          and (cast(:base as text) is null or base = :base)
                          and (:anyPhase or phase = any(:phases))
                          and (cast(:from as timestamptz) is null or departure >= :from)
                          and (cast(:until as timestamptz) is null or departure < :until)
                          and (not :airborne or (taken_off_at is not null and landed_at is null))
                          and (cast(:text as text) is null
                               or position(lower(:text) in lower(number || ' ' || coalesce(clearance, '') || ' ' || tail || ' '
                                  || call_sign || ' ' || operator)) > 0)
                        order by phase in ('WITH_THE_DESK', 'FOR_DECISION') or taken_off_at is not null and landed_at is null desc,
                                 departure desc, number limit 500) listed
                        order by departure, number""")
                .param("state", filter.state().orElse(null))
                .param("base", filter.base().orElse(null)).param("anyPhase", filter.phases().isEmpty())
                .param("phases", filter.phases().stream().map(Enum::name).toArray(String[]::new))
                .param("from", filter.departsFrom().map(Timestamp::from).orElse(null))
                .param("until", filter.departsUntil().map(Timestamp::from).orElse(null))
                .param("airborne", filter.onlyAirborne()).param("text", filter.text().orElse(null))
                .query((rs, n) -> row(rs)).list();
    }

    @Override
    public List<DossierId> airborne() {
        return jdbc.sql("""
                select dossier from dossier_row where taken_off_at is not null and landed_at is null
                order by taken_off_at, number""").query((rs, n) -> new DossierId(rs.getObject(1, UUID.class))).list();
    }

    @Override
    public List<Row> numbered(List<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from dossier_row where number in (:numbers) order by number")
                        .param("numbers", numbers).query((rs, n) -> row(rs)).list();
    }

    @Override
    public List<Row> every() {
        return jdbc.sql("select * from dossier_row order by number").query((rs, n) -> row(rs)).list();
    }

    /** How the latest clearance of a case stands, by its place in the status list. */
    record Standing(int statusIndex, Life life) {}

    List<Standing> standings() {
        return jdbc.sql("select status_index, life from dossier_row where status_index is not null")
                .query((rs, n) -> new Standing(rs.getInt(1), Life.valueOf(rs.getString(2)))).list();
    }

    /** The tokens of every clearance whose window has not ended, replaced ones too. */
    List<String> tokensUntil(Instant now) {
        return jdbc.sql("""
                select entry.body from dossier_entry entry join dossier_row using (dossier)
                where entry.kind = 'ClearanceIssued' and window_until > ? order by entry.ticket""")
                .param(Timestamp.from(now)).query((rs, n) -> format.read(rs.getBytes(1)).entry()).list().stream()
                .filter(Entry.ClearanceIssued.class::isInstance).map(Entry.ClearanceIssued.class::cast)
                .map(Entry.ClearanceIssued::token).toList();
    }

    /** Every case, for a replay of all rows. */
    public List<DossierId> all() {
        return jdbc.sql("select id from dossier order by id")
                .query((rs, n) -> new DossierId(rs.getObject(1, UUID.class)))
                .list();
    }

    private record Kept(Written written, byte[] envelope) {}

    private Stored stored(DossierId id, String pseudonym) {
        List<Kept> kept = jdbc.sql("select body, envelope from dossier_entry where dossier = ? order by number")
                .param(id.value()).query((rs, n) -> new Kept(format.read(rs.getBytes(1)), rs.getBytes(2))).list();
        return new Stored(id, pseudonym, kept.stream().map(Kept::written).toList(),
                Digest.of(kept.isEmpty() ? new byte[0] : kept.getLast().envelope()));
    }

    private Optional<String> pseudonym(String sql, DossierId id) {
        return jdbc.sql(sql).param(id.value()).query(String.class).optional();
    }

    private final class PostgresSession implements Session {

        /**
         * What counts against an agreement, in one statement: flights of a day and of a month, and the windows that share a
         * moment with a given one. A flight that landed leaves the air to others from then on.
         */
        private static final String COUNT = """
                select count(*) filter (where departure >= :day and departure < :nextDay) as today,
                       count(*) filter (where departure >= :month and departure < :nextMonth) as this_month,
                       coalesce(array_agg(window_from) filter (where shares), '{}') as begins,
                       coalesce(array_agg(window_end) filter (where shares), '{}') as ends
                  from (select departure, window_from, window_end,
                               window_from < :until and window_end > :from and window_from < window_end as shares
                          from (select *, least(window_until, landed_at) as window_end from dossier_row) as ended
                         where agreement = :agreement and mode = :mode and dossier <> :without
                           and (departure >= :month and departure < :nextMonth
                                or window_until > :from and window_from < :until)
                           and (phase = 'CLEARED' and life in ('VALID', 'SUSPENDED') or taken_off_at is not null)) as counted""";

        @Override
        public Optional<Stored> lock(DossierId id) {
            return pseudonym("select pseudonym from dossier where id = ? for update", id)
                    .map(pseudonym -> stored(id, pseudonym));
        }

        @Override
        public Stored open(DossierId id, String pseudonym) {
            jdbc.sql("insert into dossier (id, pseudonym) values (?, ?)").param(id.value()).param(pseudonym).update();
            return new Stored(id, pseudonym, List.of(), Digest.of(new byte[0]));
        }

        /** Two statements, however many lines: who decides holds up the others under the same agreement meanwhile. */
        @Override
        public void append(DossierId id, List<Line> lines) {
            List<byte[]> registered = new ArrayList<>();
            int[] places = new int[lines.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = registered.size();
                registered.add(lines.get(i).envelope().bytes());
                lines.get(i).issued().ifPresent(registered::add);
            }
            List<Long> tickets = PostgresLog.enqueue(jdbc, registered);
            jdbc.sql("""
                    insert into dossier_entry (dossier, number, at, author, kind, body, salt, envelope, ticket)
                    select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""").param(id.value())
                    .param(lines.stream().map(line -> line.written().number()).toArray(Integer[]::new))
                    .param(lines.stream().map(line -> Timestamp.from(line.written().at())).toArray(Timestamp[]::new))
                    .param(lines.stream().map(line -> line.written().by()).toArray(String[]::new))
                    .param(lines.stream().map(line -> line.envelope().kind()).toArray(String[]::new))
                    .param(lines.stream().map(Line::body).toArray(byte[][]::new))
                    .param(lines.stream().map(Line::salt).toArray(byte[][]::new))
                    .param(lines.stream().map(line -> line.envelope().bytes()).toArray(byte[][]::new))
                    .param(Arrays.stream(places).mapToObj(tickets::get).toArray(Long[]::new)).update();
        }

        @Override
        public void project(Row row) {
            PostgresCases.this.project(row);
        }

        @Override
        public void keep(DossierId id, Optional<Snapshot> snapshot) {
            PostgresCases.this.keep(id, snapshot);
        }

        @Override
        public int nextSerial(int year, DataMode mode) {
            return jdbc.sql("""
                    insert into case_serial (year, mode, last) values (?, ?, 1)
                    on conflict (year, mode) do update set last = case_serial.last + 1 returning last""").param(year)
                    .param(mode.name()).query(Integer.class).single();
        }

        @Override
        public int nextStatusIndex() {
            return jdbc.sql("select nextval('status_index')").query(Integer.class).single();
        }

        @Override
        public Ledger lockedLedger(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode,
                DossierId without) {
            if (!locked(agreement, mode)) {
                jdbc.sql("insert into ledger (agreement, mode) values (?, ?) on conflict do nothing").param(agreement)
                        .param(mode.name()).update();
                locked(agreement, mode);
            }
            return ledger(agreement, day, zone, window, mode, without);
        }

        private boolean locked(String agreement, DataMode mode) {
            return jdbc.sql("select turn from ledger where agreement = ? and mode = ? for update").param(agreement)
                    .param(mode.name()).query(Integer.class).optional().isPresent();
        }

        @Override
        public Ledger ledger(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode,
                DossierId without) {
            LocalDate month = day.withDayOfMonth(1);
            return jdbc.sql(COUNT).param("agreement", agreement).param("mode", mode.name())
                    .param("without", without.value())
                    .param("day", midnight(day, zone)).param("nextDay", midnight(day.plusDays(1), zone))
                    .param("month", midnight(month, zone)).param("nextMonth", midnight(month.plusMonths(1), zone))
                    .param("from", Timestamp.from(window.from())).param("until", Timestamp.from(window.until()))
                    .query((row, n) -> new Ledger(row.getInt("today"), row.getInt("this_month"),
                            Ledger.atOnce(window, windows(row))))
                    .single();
        }

        private static Timestamp midnight(LocalDate day, ZoneId zone) {
            return Timestamp.from(day.atStartOfDay(zone).toInstant());
        }

        private static List<TimeWindow> windows(ResultSet row) throws SQLException {
            Timestamp[] begins = (Timestamp[]) Objects.requireNonNull(row.getArray("begins")).getArray();
            Timestamp[] ends = (Timestamp[]) Objects.requireNonNull(row.getArray("ends")).getArray();
            return IntStream.range(0, begins.length)
                    .mapToObj(i -> new TimeWindow(begins[i].toInstant(), ends[i].toInstant())).toList();
        }

        @Override
        public boolean inRegister(byte[] entry) {
            return jdbc.sql("""
                    select exists (select from register_leaf where hash = ?
                      and index < (select coalesce(max(size), 0) from register_checkpoint))""")
                    .param(Merkle.leaf(entry).bytes()).query(Boolean.class).single();
        }
    }

    /** Writes a case's row, or writes it again. */
    public void project(Row row) {
        jdbc.sql(
                """
                        delete from dossier_row where dossier = :dossier;
                        insert into dossier_row values (:dossier, :number, :mode, :operatorState, :operator, :aircraftType, :tail,
                          :callSign, :base, :purpose, :armed, :route, :departure, :departureDay, :windowFrom, :windowUntil,
                          :receivedAt, :phase, :agreement, :outcome, :waitsFor, :clearance, :life, :statusIndex, :light,
                          :takenOffAt, :landedAt, :emergency, :openDeviations, :deviations, :refusalClauses, :version,
                          :silences, :silent)""")
                .param("dossier", row.id().value()).param("number", row.number()).param("mode", row.mode().name())
                .param("operatorState", row.operatorState()).param("operator", row.operator())
                .param("aircraftType", row.aircraftType()).param("tail", row.tail())
                .param("callSign", row.callSign()).param("base", row.base()).param("purpose", row.purpose())
                .param("armed", row.armed()).param("route", row.route())
                .param("departure", Timestamp.from(row.departure())).param("departureDay", row.departureDay())
                .param("windowFrom", Timestamp.from(row.window().from()))
                .param("windowUntil", Timestamp.from(row.window().until()))
                .param("receivedAt", Timestamp.from(row.receivedAt())).param("phase", row.phase().name())
                .param("agreement", row.agreement().orElse(null)).param("outcome", row.outcome())
                .param("waitsFor", row.waitsFor()).param("clearance", row.clearance().orElse(null))
                .param("life", row.life().map(Enum::name).orElse(null))
                .param("statusIndex", row.statusIndex().orElse(null)).param("light", row.light().orElse(null))
                .param("takenOffAt", row.takenOffAt().map(Timestamp::from).orElse(null))
                .param("landedAt", row.landedAt().map(Timestamp::from).orElse(null))
                .param("emergency", row.emergency()).param("openDeviations", row.openDeviations())
                .param("deviations", row.deviations())
                .param("refusalClauses", row.refusalClauses()).param("version", row.version())
                .param("silences", row.silences()).param("silent", row.silent()).update();
    }

    /** Puts a case's snapshot, or none, in place of the one there is. */
    public void keep(DossierId id, Optional<Snapshot> kept) {
        jdbc.sql("delete from snapshot where dossier = ?").param(id.value()).update();
        kept.ifPresent(snapshot -> jdbc.sql("insert into snapshot values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(snapshot.id().value())
                .param(snapshot.number()).param(snapshot.mode().name()).param(Timestamp.from(snapshot.departure()))
                .param(snapshot.agreement()).param(snapshot.terms()).param(snapshot.vocabulary())
                .param(snapshot.outcome().name()).param(snapshot.facts()).update());
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(new DossierId(rs.getObject("dossier", UUID.class)), rs.getString("number"),
                DataMode.valueOf(rs.getString("mode")), rs.getString("operator_state"), rs.getString("operator"),
                rs.getString("aircraft_type"), rs.getString("tail"), rs.getString("call_sign"), rs.getString("base"),
                rs.getString("purpose"), rs.getBoolean("armed"), rs.getString("route"), instant(rs, "departure"),
                rs.getObject("departure_day", LocalDate.class),
                new TimeWindow(instant(rs, "window_from"), instant(rs, "window_until")), instant(rs, "received_at"),
                Phase.valueOf(rs.getString("phase")), Optional.ofNullable(rs.getString("agreement")),
                rs.getString("outcome"), rs.getString("waits_for"), Optional.ofNullable(rs.getString("clearance")),
                Optional.ofNullable(rs.getString("life")).map(Life::valueOf),
                Optional.ofNullable(rs.getObject("status_index", Integer.class)),
                Optional.ofNullable(rs.getString("light")), optional(rs, "taken_off_at"), optional(rs, "landed_at"),
                rs.getBoolean("emergency"), rs.getInt("open_deviations"), rs.getInt("deviations"),
                rs.getString("refusal_clauses"),
                rs.getInt("version"), rs.getInt("silences"), rs.getBoolean("silent"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getTimestamp(column).toInstant();
    }

    private static Optional<Instant> optional(ResultSet rs, String column) throws SQLException {
        @Nullable
        Timestamp timestamp = rs.getTimestamp(column);
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
