package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Several servers on one database. */
class DatabaseTest {

    @Test
    void aServerThatStartsLocksNoOtherOut() throws Exception {
        try (Database first = TestPostgres.again("shared"); Database second = TestPostgres.again("shared")) {
            ((HikariDataSource) first.source()).getHikariPoolMXBean().softEvictConnections();
            assertThat(show(first, "server_version_num")).isEqualTo(show(second, "server_version_num"));
        }
    }

    /** Else the register's turn, or a case, would be held for hours by a server that lost its network. */
    @Test
    void aServerThatFellSilentGivesBackWhatItHolds() throws Exception {
        try (Database database = TestPostgres.again("shared")) {
            assertThat(show(database, "idle_in_transaction_session_timeout")).isEqualTo("30s");
        }
    }

    private static String show(Database database, String setting) throws Exception {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
