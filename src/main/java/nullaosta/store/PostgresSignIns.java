package nullaosta.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins in the order in which they came; appended and never changed. */
public final class PostgresSignIns {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;

    public PostgresSignIns(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /**
     * One sign-in.
     *
     * @param subject what the provider of identities calls them
     * @param person id of who that is here; empty where the list of people has nobody of that subject
     */
    public record SignIn(Instant at, String subject, Optional<String> person) {}

    public void enter(SignIn signIn) {
        jdbc.sql("insert into sign_in (at, subject, person) values (?, ?, ?)").param(Timestamp.from(signIn.at()))
                .param(signIn.subject()).param(signIn.person().orElse(null)).update();
    }

    /** The latest, newest first. */
    public List<SignIn> latest() {
        return jdbc.sql("select at, subject, person from sign_in order by number desc limit ?").param(SHOWN)
                .query((row, index) -> new SignIn(row.getTimestamp("at").toInstant(), row.getString("subject"),
                        Optional.ofNullable(row.getString("person"))))
                .list();
    }
}
