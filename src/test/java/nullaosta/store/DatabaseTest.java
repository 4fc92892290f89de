package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

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

    @Test
    void theApplicationMayNotChangeWhatWasEntered() throws Exception {
        try (Database database = TestPostgres.freshDatabase()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.source());
            for (String table : List.of("dossier_entry", "register_leaf", "register_node", "register_checkpoint")) {
                for (String change : List.of("delete from " + table, "truncate " + table, "drop table " + table)) {
                    assertThatThrownBy(() -> jdbc.execute(change)).as(change)
                            .hasRootCauseMessage(
                                    "ERROR: " + (change.startsWith("drop")
                                            ? "must be owner of table " + table
                                            : "permission denied for table " + table));
                }
            }
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
