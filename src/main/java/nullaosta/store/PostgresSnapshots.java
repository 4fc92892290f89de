package nullaosta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.vocabulary.PackedFacts;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.assessment.Outcome;
import nullaosta.dossier.DossierId;
import nullaosta.mission.DataMode;
import nullaosta.oversight.NotReplayed;
import nullaosta.oversight.PastCase;
import nullaosta.oversight.PastCases;
import nullaosta.seal.SealFault;
import org.springframework.jdbc.UncategorizedSQLException;

/** Past cases as the snapshots in PostgreSQL hold them; read through a cursor, so that any number fits the memory. */
public final class PostgresSnapshots implements PastCases {

    private static final int AT_ONCE = 5_000;
    private static final String QUERY = """
            select number, departure, terms, vocabulary, outcome, facts, dossier from snapshot
            where agreement = ? and mode = ? and departure >= ? order by departure, number""";

    private final DataSource source;
    private final Vault vault;
    private final Map<String, Vocabulary> vocabularies = new HashMap<>();

    public PostgresSnapshots(DataSource source, Vault vault, Agreements agreements) {
        this.source = source;
        this.vault = vault;
        agreements.all().forEach(agreement -> agreement.versions()
                .forEach(terms -> vocabularies.put(terms.vocabulary().hash(), terms.vocabulary())));
    }

    @Override
    public void each(String agreement, DataMode mode, Optional<Instant> from, Consumer<PastCase> each,
            Consumer<NotReplayed> unreadable) {
        Map<String, PackedFacts> unpackers = new HashMap<>();
        vocabularies.forEach((hash, vocabulary) -> unpackers.put(hash, new PackedFacts(vocabulary)));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false); // without a transaction the driver fetches all rows at once
            connection.setReadOnly(true);
            try (PreparedStatement select = connection.prepareStatement(QUERY)) {
                select.setString(1, agreement);
                select.setString(2, mode.name());
                select.setTimestamp(3, Timestamp.from(from.orElse(Instant.parse("1900-01-01T00:00:00Z"))));
                select.setFetchSize(AT_ONCE);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        read(rows, unpackers, each, unreadable);
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("reading past cases", QUERY, e);
        }
    }

    /** Where a case's facts are kept. */
    public static String place(DossierId id) {
        return "snapshot " + id;
    }

    private void read(ResultSet rows, Map<String, PackedFacts> unpackers, Consumer<PastCase> each,
            Consumer<NotReplayed> unreadable) throws SQLException {
        String number = rows.getString(1);
        PackedFacts unpacker = unpackers.get(rows.getString(4));
        if (unpacker == null) {
            unreadable.accept(new NotReplayed(number, "the vocabulary of then is no longer among the agreements"));
            return;
        }
        PastCase past;
        try {
            past = new PastCase(number, Optional.of(rows.getTimestamp(2).toInstant()), rows.getString(3),
                    unpacker.unpack(facts(rows), "recorded with the case"), Outcome.valueOf(rows.getString(5)));
        } catch (PackedFacts.Faulty | SealFault e) {
            unreadable.accept(new NotReplayed(number, String.valueOf(e.getMessage())));
            return;
        }
        each.accept(past);
    }

    private byte[] facts(ResultSet rows) throws SQLException, SealFault {
        return vault.open(rows.getBytes(6), place(new DossierId(rows.getObject(7, UUID.class))));
    }
}
