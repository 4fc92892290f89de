package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of("target");

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWrittenOverARestart() throws Exception {
        List<String> progress = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), progress::add)) {
            run(postgres, "create table kept (word text)");
            run(postgres, "insert into kept values ('still here')");
        }
        assertThat(progress).contains("making the database in " + folder);
        progress.clear();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), progress::add)) {
            assertThat(ask(postgres, "select word from kept")).isEqualTo("still here");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
        }
        assertThat(progress).isEmpty();
    }

    /** A process killed while the database is made leaves nothing that the next start would take for a database. */
    @Test
    void aDatabaseStandsAtItsPlaceOnlyOnceItIsWhole() throws Exception {
        Path place = folder.resolve("db");
        AtomicReference<Boolean> whole = new AtomicReference<>();
        Thread looking = Thread.ofPlatform().start(() -> {
            while (!Files.exists(place) && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            whole.set(Files.exists(place.resolve("global/pg_control")) && Files.exists(place.resolve("base/5")));
        });
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            looking.join();
            assertThat(whole.get()).isTrue();
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    private ProcessHandle process(String name) {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString())
                        && process.info().command().orElse("").endsWith(name))
                .findFirst().orElseThrow();
    }

    /** As if it was killed with the server by a machine short of memory: the database then runs on and no start could have it. */
    @Test
    void aDatabaseThatLostItsWatcherIsStoppedByTheNextStart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            run(postgres, "create table kept (word text)");
            process("sh").destroyForcibly();
            postgres.ended().get(10, TimeUnit.SECONDS);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            assertThat(ask(postgres, "select count(*) from kept")).isEqualTo("0");
        }
    }

    /** Root, who may be anybody, runs it as the one whose folder it is; anybody else has only folders of their own. */
    @Test
    void theDatabaseBelongsToWhomItsFolderBelongs() throws Exception {
        if (System.getProperty("user.name").equals("root")) {
            int daemon = 1;
            Files.setAttribute(folder, "unix:uid", daemon);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(folder.resolve("db"), "unix:uid"))
                    .isEqualTo(Files.getAttribute(folder, "unix:uid"));
        }
    }

    @Test
    void tellsWhenTheDatabaseHasEnded() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            assertThat(postgres.ended()).isNotDone();
            process("postgres").destroyForcibly();
            postgres.ended().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void refusesAFolderThatAnotherServerUses() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
            })).isInstanceOf(EmbeddedPostgres.Refused.class).hasMessage("another server uses the data folder " + folder
                    + "; stop it, or give another with --data");
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file, PROGRAMS, new SecureRandom(), line -> {
        })).isInstanceOf(EmbeddedPostgres.Refused.class)
                .hasMessageStartingWith("the data folder " + file + " cannot be used");
    }

    @Test
    void asksForThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PROGRAMS, new SecureRandom(), line -> {
        })) {
            assertThatThrownBy(
                    () -> DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.OWNER, "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.OWNER,
                postgres.password()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.OWNER,
                postgres.password());
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
