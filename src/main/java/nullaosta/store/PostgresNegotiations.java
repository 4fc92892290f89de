package nullaosta.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import nullaosta.negotiation.NegotiationStore;
import nullaosta.negotiation.StepFormat;
import nullaosta.negotiation.StepTaken;
import nullaosta.seal.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Negotiations in PostgreSQL. A step and its envelope in the register's queue are written in one transaction; an advisory
 * lock on the agreement's id puts motions in a row, also those that would open the same negotiation.
 */
public final class PostgresNegotiations implements NegotiationStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public PostgresNegotiations(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
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
    public List<StepTaken> read(String agreement) {
        return jdbc.sql("select body from negotiation_step where agreement = ? order by number").param(agreement)
                .query((rs, n) -> StepFormat.read(rs.getBytes(1))).list();
    }

    @Override
    public List<String> agreements() {
        return jdbc.sql("select agreement from negotiation order by agreement").query((rs, n) -> rs.getString(1))
                .list();
    }

    @Override
    public int publications() {
        return jdbc.sql("select count(*) from negotiation_step where kind = 'Published'").query(Integer.class)
                .single();
    }

    private final class PostgresSession implements Session {

        @Override
        public Stored lock(String agreement) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('negotiation ' || ?, 0))").param(agreement)
                    .query((rs, n) -> n).list();
            String pseudonym = jdbc.sql("select pseudonym from negotiation where agreement = ?").param(agreement)
                    .query(String.class).optional().orElse("");
            Digest last = jdbc
                    .sql("select envelope from negotiation_step where agreement = ? order by number desc limit 1")
                    .param(agreement).query((rs, n) -> Digest.of(rs.getBytes(1))).optional()
                    .orElseGet(() -> Digest.of(new byte[0]));
            return new Stored(pseudonym, read(agreement), last);
        }

        @Override
        public void append(String agreement, String pseudonym, Line line) {
            if (line.taken().number() == 1) {
                jdbc.sql("insert into negotiation (agreement, pseudonym) values (?, ?)").param(agreement)
                        .param(pseudonym).update();
            }
            byte[] envelope = line.envelope().bytes();
            jdbc.sql("""
                    insert into negotiation_step (agreement, number, at, author, kind, body, salt, envelope, ticket)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""").param(agreement).param(line.taken().number())
                    .param(Timestamp.from(line.taken().at())).param(line.taken().by()).param(line.envelope().kind())
                    .param(line.body()).param(line.salt()).param(envelope)
                    .param(PostgresLog.enqueue(jdbc, List.of(envelope)).getFirst()).update();
        }
    }
}
