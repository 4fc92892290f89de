package nullaosta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import nullaosta.dossier.Absences;
import nullaosta.dossier.Refusal;
import nullaosta.party.Absence;
import nullaosta.party.Person;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Absences of officers. The register holds a digest of each and of its end, over a salt that stays here: who is away is not
 * for the public, and that a deputy's mandate was entered before it was used can be proved all the same.
 */
public final class PostgresAbsences implements Absences.Book {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RandomGenerator random;

    /** @param random for salts; must be unpredictable outside tests */
    public PostgresAbsences(DataSource source, RandomGenerator random) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.random = random;
    }

    @Override
    public List<Absence> all() {
        return jdbc.sql("select absence.*, ended_at from absence left join absence_end using (number) order by number")
                .query((rs, n) -> absence(rs)).list();
    }

    @Override
    public Absences.Kept enter(Absences.Notice notice, String act, Person by, Instant at,
            Function<List<Absence>, Optional<Refusal>> bar) {
        return locked(bar, known -> {
            int number = known.size() + 1;
            byte[] document = SaltedDocument.of("Absence",
                    Map.of("number", number, "officer", notice.officer(), "deputy",
                            notice.deputy(), "act", act, "from", notice.window().from().toString(), "until",
                            notice.window().until().toString(), "by", by.id(), "at", at.toString()),
                    random);
            jdbc.sql("""
                    insert into absence (number, officer, deputy, act, begins_at, until_at, entered_by, entered_at,
                      document, digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").param(number).param(notice.officer())
                    .param(notice.deputy()).param(act).param(Timestamp.from(notice.window().from()))
                    .param(Timestamp.from(notice.window().until())).param(by.id()).param(Timestamp.from(at))
                    .param(document).param(Digest.of(document).bytes()).update();
            register("Absence", document);
            return number;
        });
    }

    @Override
    public Absences.Kept end(int number, Person by, Instant at, Function<List<Absence>, Optional<Refusal>> bar) {
        return locked(bar, known -> {
            byte[] document = SaltedDocument.of("AbsenceEnded",
                    Map.of("number", number, "by", by.id(), "at", at.toString()), random);
            jdbc.sql("insert into absence_end (number, ended_by, ended_at, document) values (?, ?, ?, ?)")
                    .param(number).param(by.id()).param(Timestamp.from(at)).param(document).update();
            register("AbsenceEnded", document);
            return number;
        });
    }

    /** One after the other, so that whoever decides on what is known has seen all before it. */
    private Absences.Kept locked(Function<List<Absence>, Optional<Refusal>> bar,
            Function<List<Absence>, Integer> write) {
        Absences.Kept kept = transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('absence'))").query(rs -> {
            });
            List<Absence> known = all();
            Optional<Refusal> stop = bar.apply(known);
            if (stop.isPresent()) {
                return new Absences.Kept.Refused(stop.get());
            }
            int number = write.apply(known);
            return new Absences.Kept.Done(
                    all().stream().filter(it -> it.number() == number).findFirst().orElseThrow());
        });
        if (kept == null) {
            throw new IllegalStateException("a transaction answered nothing");
        }
        return kept;
    }

    private void register(String kind, byte[] document) {
        PostgresLog.enqueue(jdbc, List.of(CanonicalJson.bytes(
                Map.of("v", 1, "kind", kind, "digest", Digest.of(document).hex()))));
    }

    private static Absence absence(ResultSet rs) throws SQLException {
        @Nullable
        Timestamp ended = rs.getTimestamp("ended_at");
        return new Absence(rs.getInt("number"), rs.getString("officer"), rs.getString("deputy"), rs.getString("act"),
                new TimeWindow(rs.getTimestamp("begins_at").toInstant(), rs.getTimestamp("until_at").toInstant()),
                rs.getString("entered_by"), rs.getTimestamp("entered_at").toInstant(),
                Optional.ofNullable(ended).map(Timestamp::toInstant), HexFormat.of().formatHex(rs.getBytes("digest")));
    }
}
