package nullaosta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nullaosta.clearance.Life;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.mission.DataMode;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases as rows in PostgreSQL, made from the entries and made again at will. What is told of a flight is closed; words are
 * found by numbers that stand for them.
 */
public final class PostgresLists implements CaseLists {

    private final JdbcClient jdbc;
    private final Vault vault;

    PostgresLists(DataSource source, Vault vault) {
        this.jdbc = JdbcClient.create(source);
        this.vault = vault;
    }

    private static final int MOST = 500;
    private static final String LIVE = "(phase in ('WITH_THE_DESK', 'FOR_DECISION')"
            + " or taken_off_at is not null and landed_at is null or open_questions > 0)";

    @Override
    public List<Row> rows(Filter filter) {
        List<Row> rows = new ArrayList<>(live(filter));
        if (rows.size() < MOST) {
            rows.addAll(past(filter, MOST - rows.size(), Optional.empty()));
        }
        rows.sort(Comparator.comparing(Row::departure).thenComparing(Row::number));
        return rows;
    }

    @Override
    public List<Row> live(Filter filter) {
        return asked(filter, LIVE, Optional.empty(), MOST).reversed();
    }

    @Override
    public List<Row> past(Filter filter, int most, Optional<String> after) {
        return asked(filter, "not " + LIVE, after, most);
    }

    /** Latest departure first. A condition that leaves nothing out is left out, so that each list finds its index. */
    private List<Row> asked(Filter filter, String which, Optional<String> after, int most) {
        List<String> conditions = new ArrayList<>(List.of(which));
        Map<String, Object> given = new HashMap<>(Map.of("most", most));
        filter.state().ifPresent(state -> add(conditions, given, "operator_state = :state", "state", state));
        filter.base().ifPresent(
                base -> add(conditions, given, "(base = :base or :base = any(bases))", "base", base));
        if (!filter.phases().isEmpty()) {
            add(conditions, given, "phase = any(:phases)", "phases",
                    filter.phases().stream().map(Enum::name).toArray(String[]::new));
        }
        filter.departsFrom().ifPresent(
                from -> add(conditions, given, "departure >= :from", "from", Timestamp.from(from)));
        filter.departsUntil().ifPresent(
                until -> add(conditions, given, "departure < :until", "until", Timestamp.from(until)));
        if (filter.onlyAirborne()) {
            conditions.add("taken_off_at is not null and landed_at is null");
        }
        filter.text().map(RowWords::asked).map(this::blind)
                .ifPresent(words -> add(conditions, given, "words @> :words", "words", words));
        after.ifPresent(number -> add(conditions, given,
                "(departure, number) < (select departure, number from dossier_row where number = :after)", "after",
                number));
        return jdbc.sql("select * from dossier_row where " + String.join(" and ", conditions)
                + " order by departure desc, number desc limit :most").params(given).query((rs, n) -> row(rs)).list();
    }

    private static void add(List<String> conditions, Map<String, Object> given, String condition, String name,
            Object value) {
        conditions.add(condition);
        given.put(name, value);
    }

    @Override
    public List<DossierId> airborne() {
        return jdbc.sql("""
                select dossier from dossier_row where taken_off_at is not null and landed_at is null
                order by taken_off_at, number""").query((rs, n) -> new DossierId(rs.getObject(1, UUID.class))).list();
    }

    @Override
    public List<DossierId> timesOver(Instant now) {
        return jdbc
                .sql("select dossier from dossier_row where oral_until <= :now or silence_at <= :now order by number")
                .param("now", Timestamp.from(now)).query((rs, n) -> new DossierId(rs.getObject(1, UUID.class))).list();
    }

    @Override
    public List<Row> numbered(List<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from dossier_row where number in (:numbers) order by number")
                        .param("numbers", numbers).query((rs, n) -> row(rs)).list();
    }

    /** The rows of some cases, in no order. */
    List<Row> of(List<UUID> cases) {
        return jdbc.sql("select * from dossier_row where dossier = any(?)").param(cases.toArray(UUID[]::new))
                .query((rs, n) -> row(rs)).list();
    }

    @Override
    public List<Row> every() {
        return jdbc.sql("select * from dossier_row order by number").query((rs, n) -> row(rs)).list();
    }

    /** Numbers of the cases received in a time, erased ones included. */
    public List<String> received(Instant from, Instant until) {
        return jdbc.sql("select number from dossier_row where received_at >= ? and received_at < ? order by number")
                .params(Timestamp.from(from), Timestamp.from(until)).query((rs, n) -> rs.getString(1)).list();
    }

    /** How the latest clearance of a case stands, by its place in the status list. */
    record Standing(int statusIndex, Life life) {}

    List<Standing> standings() {
        return jdbc.sql("select status_index, life from dossier_row where status_index is not null")
                .query((rs, n) -> new Standing(rs.getInt(1), Life.valueOf(rs.getString(2)))).list();
    }

    /** Writes a case's row, or writes it again. */
    public void project(Row row) {
        jdbc.sql(
                """
                        insert into dossier_row (dossier, number, mode, operator_state, base, departure, departure_day, window_from,
                          window_until, received_at, phase, agreement, outcome, waits_for, clearance, life, status_index, light,
                          taken_off_at, landed_at, emergency, open_deviations, deviations, refusal_clauses, version, silences,
                          silent, allegations, open_allegations, aircraft, oral_until, answers_by, open_questions, bases, silence_at, told, words)
                        values (:dossier, :number, :mode, :operatorState, :base, :departure, :departureDay, :windowFrom,
                          :windowUntil, :receivedAt, :phase, :agreement, :outcome, :waitsFor, :clearance, :life, :statusIndex,
                          :light, :takenOffAt, :landedAt, :emergency, :openDeviations, :deviations, :refusalClauses, :version,
                          :silences, :silent, :allegations, :openAllegations, :aircraft, :oralUntil, :answersBy, :openQuestions, :bases,
                          :silenceAt, :told, :words)
                        on conflict (dossier) do update set
                          number = excluded.number, mode = excluded.mode, operator_state = excluded.operator_state,
                          base = excluded.base, departure = excluded.departure, departure_day = excluded.departure_day,
                          window_from = excluded.window_from, window_until = excluded.window_until,
                          received_at = excluded.received_at, phase = excluded.phase, agreement = excluded.agreement,
                          outcome = excluded.outcome, waits_for = excluded.waits_for, clearance = excluded.clearance,
                          life = excluded.life, status_index = excluded.status_index, light = excluded.light,
                          taken_off_at = excluded.taken_off_at, landed_at = excluded.landed_at,
                          emergency = excluded.emergency, open_deviations = excluded.open_deviations,
                          deviations = excluded.deviations, refusal_clauses = excluded.refusal_clauses,
                          version = excluded.version, silences = excluded.silences, silent = excluded.silent,
                          allegations = excluded.allegations, open_allegations = excluded.open_allegations,
                          aircraft = excluded.aircraft, oral_until = excluded.oral_until,
                          answers_by = excluded.answers_by, open_questions = excluded.open_questions,
                          bases = excluded.bases, silence_at = excluded.silence_at, told = excluded.told, words = excluded.words""")
                .param("dossier", row.id().value()).param("number", row.number()).param("mode", row.mode().name())
                .param("operatorState", row.operatorState()).param("base", row.base())
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
                .param("silences", row.silences()).param("silent", row.silent())
                .param("allegations", row.allegations()).param("openAllegations", row.openAllegations())
                .param("aircraft", row.aircraft())
                .param("oralUntil", row.oralUntil().map(Timestamp::from).orElse(null))
                .param("answersBy", row.answersBy().orElse(null)).param("openQuestions", row.openQuestions())
                .param("bases", row.bases().toArray(String[]::new))
                .param("silenceAt", row.silenceAt().map(Timestamp::from).orElse(null))
                .param("told", vault.close(told(row), place(row.id())))
                .param("words", blind(RowWords.of(row))).update();
    }

    private Long[] blind(Collection<String> words) {
        // sorted, so that their order does not tell which word each stands for
        return words.stream().map(vault::blind).sorted().toArray(Long[]::new);
    }

    /** Cases whose rows are of an earlier release. */
    List<DossierId> outdated() {
        return jdbc.sql("select dossier from dossier_row where told is null order by number")
                .query((rs, n) -> new DossierId(rs.getObject(1, UUID.class))).list();
    }

    private static String place(DossierId id) {
        return "row " + id;
    }

    private static byte[] told(Row row) {
        return CanonicalJson.bytes(Map.of("operator", row.operator(), "aircraftType", row.aircraftType(), "tail",
                row.tail(), "callSign", row.callSign(), "purpose", row.purpose(), "armed", row.armed(), "route",
                row.route(), "marks", row.marks()));
    }

    private Map<?, ?> told(DossierId id, byte[] closed) {
        try {
            return (Map<?, ?>) Objects.requireNonNull(CanonicalJson.read(vault.open(closed, place(id))));
        } catch (SealFault e) {
            throw new IllegalStateException("the row of " + id + " cannot be read", e);
        }
    }

    private static String text(Map<?, ?> told, String name) {
        return String.valueOf(told.get(name));
    }

    private Row row(ResultSet rs) throws SQLException {
        DossierId id = new DossierId(rs.getObject("dossier", UUID.class));
        Map<?, ?> told = told(id, rs.getBytes("told"));
        return new Row(id, rs.getString("number"),
                DataMode.valueOf(rs.getString("mode")), rs.getString("operator_state"), text(told, "operator"),
                text(told, "aircraftType"), text(told, "tail"), text(told, "callSign"), rs.getString("base"),
                text(told, "purpose"), Boolean.TRUE.equals(told.get("armed")), text(told, "route"),
                instant(rs, "departure"),
                rs.getObject("departure_day", LocalDate.class),
                new TimeWindow(instant(rs, "window_from"), instant(rs, "window_until")), instant(rs, "received_at"),
                Phase.valueOf(rs.getString("phase")), Optional.ofNullable(rs.getString("agreement")),
                rs.getString("outcome"), rs.getString("waits_for"), Optional.ofNullable(rs.getString("clearance")),
                Optional.ofNullable(rs.getString("life")).map(Life::valueOf),
                Optional.ofNullable(rs.getObject("status_index", Integer.class)),
                Optional.ofNullable(rs.getString("light")), optional(rs, "taken_off_at"), optional(rs, "landed_at"),
                rs.getBoolean("emergency"), rs.getInt("open_deviations"), rs.getInt("deviations"),
                rs.getString("refusal_clauses"),
                rs.getInt("version"), rs.getInt("silences"), rs.getBoolean("silent"), rs.getInt("allegations"),
                rs.getInt("open_allegations"), rs.getInt("aircraft"),
                told.get("marks") instanceof List<?> marks ? marks.stream().map(String::valueOf).toList() : List.of(),
                optional(rs, "oral_until"),
                Optional.ofNullable(rs.getObject("answers_by", LocalDate.class)), rs.getInt("open_questions"),
                List.of((String[]) rs.getArray("bases").getArray()), optional(rs, "silence_at"));
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
