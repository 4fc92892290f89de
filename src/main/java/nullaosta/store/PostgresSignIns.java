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

    /**
     * Somebody of the host's people was not let in where they came.
     *
     * @param place method and address
     * @param status with which they were answered
     */
    public record TurnedAway(Instant at, String person, String place, int status) {

        private static final int LONGEST = 200;

        public TurnedAway {
            place = place.substring(0, Math.min(LONGEST, place.length()));
        }
    }

    /** Once a minute for the same place, so that a program that knocks all day fills nothing. */
    public void enter(TurnedAway turned) {
        jdbc.sql("""
                insert into turned_away (at, person, place, status) select :at, :person, :place, :status
                where not exists (select from turned_away
                  where person = :person and place = :place and at > :before)""")
                .param("at", Timestamp.from(turned.at())).param("person", turned.person())
                .param("place", turned.place()).param("status", turned.status())
                .param("before", Timestamp.from(turned.at().minusSeconds(60))).update();
    }

    /** The latest, newest first. */
    public List<TurnedAway> turnedAway() {
        return jdbc.sql("select at, person, place, status from turned_away order by number desc limit ?").param(SHOWN)
                .query((row, index) -> new TurnedAway(row.getTimestamp("at").toInstant(), row.getString("person"),
                        row.getString("place"), row.getInt("status")))
                .list();
    }

    /** The latest, newest first. */
    public List<SignIn> latest() {
        return jdbc.sql("select at, subject, person from sign_in order by number desc limit ?").param(SHOWN)
                .query((row, index) -> new SignIn(row.getTimestamp("at").toInstant(), row.getString("subject"),
                        Optional.ofNullable(row.getString("person"))))
                .list();
    }
}
