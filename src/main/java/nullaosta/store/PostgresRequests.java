package nullaosta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import nullaosta.disclosure.Envelope;
import nullaosta.mission.DataMode;
import nullaosta.oversight.request.DisclosureRequest;
import nullaosta.oversight.request.DisclosureRequest.Answer;
import nullaosta.oversight.request.DisclosureRequest.Asker;
import nullaosta.oversight.request.DisclosureRequest.Outcome;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests to see entries of the register. Each request and each answer is an entry with the digest of a salted document that
 * is kept here, closed: that somebody asked and was answered cannot be left out, and who it was is not told.
 */
public final class PostgresRequests {

    /** Whoever asks needs no account, so how much all of them may ask is bounded. */
    private static final int MOST_AN_HOUR = 60;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final RandomGenerator random;
    private final DataMode mode;

    /** @param random for salts; must be unpredictable outside tests */
    public PostgresRequests(DataSource source, Vault vault, RandomGenerator random, DataMode mode) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.vault = vault;
        this.random = random;
        this.mode = mode;
    }

    /** @return its number; empty where too many were asked within the hour */
    public OptionalInt ask(long entry, Asker asker, Instant at, LocalDate dueBy) {
        return locked(() -> {
            int lately = jdbc.sql("select count(*) from disclosure_request where asked_at > ?")
                    .param(Timestamp.from(at.minus(Duration.ofHours(1)))).query(Integer.class).single();
            if (lately >= MOST_AN_HOUR) {
                return OptionalInt.empty();
            }
            int number = jdbc.sql("select coalesce(max(number), 0) + 1 from disclosure_request").query(Integer.class)
                    .single();
            byte[] document = SaltedDocument.of("DisclosureRequested", Map.of("number", number, "entry", entry, "name",
                    asker.name(), "address", asker.address(), "why", asker.why(), "at", at.toString()), random);
            jdbc.sql("insert into disclosure_request (number, mode, entry, asked_at, due_by, document)"
                    + " values (?, ?, ?, ?, ?, ?)").param(number).param(mode.name()).param(entry)
                    .param(Timestamp.from(at)).param(dueBy).param(vault.close(document, request(number))).update();
            register("DisclosureRequested", document, at);
            return OptionalInt.of(number);
        });
    }

    /** @return false where it is answered already, or was never asked */
    public boolean answer(int number, Answer answer) {
        return locked(() -> {
            boolean waits = jdbc.sql("""
                    select exists (select from disclosure_request where number = ?)
                      and not exists (select from disclosure_answer where number = ?)""").param(number).param(number)
                    .query(Boolean.class).single();
            if (!waits) {
                return false;
            }
            byte[] document = SaltedDocument.of("DisclosureAnswered", Map.of("number", number, "outcome",
                    answer.outcome().name(), "ground", answer.ground(), "words", answer.words(), "by", answer.by(),
                    "at", answer.at().toString()), random);
            jdbc.sql("insert into disclosure_answer (number, outcome, answered_at, document) values (?, ?, ?, ?)")
                    .param(number).param(answer.outcome().name()).param(Timestamp.from(answer.at()))
                    .param(vault.close(document, answer(number))).update();
            register("DisclosureAnswered", document, answer.at());
            return true;
        });
    }

    /** Those that wait first, the first due first; then the others, newest first. */
    public List<DisclosureRequest> all() {
        return jdbc.sql("""
                select request.number, entry, asked_at, due_by, request.document, answer.document as answered
                from disclosure_request request left join disclosure_answer answer using (number) where mode = ?
                order by answer.number is not null, case when answer.number is null then request.number end,
                         request.number desc""").param(mode.name()).query((rs, n) -> read(rs)).list();
    }

    /** Number of the case that an entry of the register belongs to; empty for what belongs to none. */
    public Optional<String> caseOf(long entry) {
        return jdbc.sql("select entry from register_leaf where index = ?").param(entry).query((rs, n) -> rs.getBytes(1))
                .optional().flatMap(PostgresRequests::pseudonym)
                .flatMap(pseudonym -> jdbc.sql("""
                        select dossier_row.number from dossier join dossier_row on dossier_row.dossier = dossier.id
                        where pseudonym = ?""").param(pseudonym).query(String.class).optional());
    }

    private static Optional<String> pseudonym(byte[] entry) {
        try {
            return Optional.of(Envelope.parse(entry).pseudonym());
        } catch (SealFault e) {
            return Optional.empty();
        }
    }

    private <T> T locked(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('disclosure'))").query(rs -> {
            });
            return work.get();
        }));
    }

    private void register(String kind, byte[] document, Instant at) {
        PostgresLog.enqueue(jdbc, List.of(CanonicalJson.bytes(Map.of("v", 1, "kind", kind, "document",
                Digest.of(document).hex(), "at", at.toString()))));
    }

    private DisclosureRequest read(ResultSet rs) throws SQLException {
        int number = rs.getInt("number");
        Map<?, ?> asked = opened(rs.getBytes("document"), request(number));
        byte[] answered = rs.getBytes("answered");
        return new DisclosureRequest(number, rs.getLong("entry"), rs.getTimestamp("asked_at").toInstant(),
                rs.getObject("due_by", LocalDate.class),
                new Asker(text(asked, "name"), text(asked, "address"), text(asked, "why")),
                answered == null ? Optional.empty() : Optional.of(answer(opened(answered, answer(number)))));
    }

    private static Answer answer(Map<?, ?> json) {
        return new Answer(Outcome.valueOf(text(json, "outcome")), text(json, "ground"), text(json, "words"),
                text(json, "by"), Instant.parse(text(json, "at")));
    }

    private Map<?, ?> opened(byte[] closed, String place) {
        try {
            return (Map<?, ?>) Objects.requireNonNull(CanonicalJson.read(vault.open(closed, place)));
        } catch (SealFault e) {
            throw new IllegalStateException("the " + place + " cannot be read", e);
        }
    }

    private static String text(Map<?, ?> json, String field) {
        return String.valueOf(json.get(field));
    }

    private static String request(int number) {
        return "disclosure request " + number;
    }

    private static String answer(int number) {
        return "disclosure answer " + number;
    }
}
