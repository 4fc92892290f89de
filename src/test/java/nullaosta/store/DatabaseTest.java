package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseTest {

    @Test
    void aSecondServerDoesNotShutOutTheFirst() throws Exception {
        try (Database first = TestPostgres.freshDatabase(); Database second = TestPostgres.again()) {
            new JdbcTemplate(first.source()).execute("select 1");
            try (var one = first.source().getConnection(); var other = first.source().getConnection()) {
                assertThat(one.isValid(5)).isTrue();
                assertThat(other.isValid(5)).as("a connection made after the second server came").isTrue();
            }
            new JdbcTemplate(second.source()).execute("select 1");
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
}
