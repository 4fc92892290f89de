package nullaosta.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for all tests of a run, with a fresh database for whoever asks. */
public final class TestPostgres {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {
    }

    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Files.createDirectories(target);
                sweep(target);
                Path data = Files.createTempDirectory(target, "test-database-");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data, target, new SecureRandom(), line -> {
                });
                Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
                return postgres;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What earlier runs left: each holds a copy of a database for every test that wrote. */
    private static void sweep(Path target) throws IOException {
        try (Stream<Path> left = Files.list(target)) {
            for (Path folder : left.filter(path -> path.getFileName().toString().startsWith("test-database-"))
                    .toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    /** As another server opens it that shares the database. */
    public static Database again(String name) throws Exception {
        return Database.open(Shared.POSTGRES, name, new SecureRandom());
    }

    /** A copy of a database that nobody is connected to. */
    public static Database copyOf(String template) throws Exception {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection owner = DriverManager.getConnection(Shared.POSTGRES.url("postgres"), EmbeddedPostgres.OWNER,
                Shared.POSTGRES.password()); Statement statement = owner.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        }
        return Database.open(Shared.POSTGRES, name, new SecureRandom());
    }

    /** Empty, migrated, and nobody else's. */
    public static Database freshDatabase() throws Exception {
        return Database.open(Shared.POSTGRES, "test_" + COUNT.incrementAndGet(), new SecureRandom());
    }

    /** A new database as an earlier release left it. @return its name */
    static String atVersion(String schema) throws Exception {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection owner = DriverManager.getConnection(Shared.POSTGRES.url("postgres"), EmbeddedPostgres.OWNER,
                Shared.POSTGRES.password()); Statement statement = owner.createStatement()) {
            statement.execute("create database " + name);
        }
        Flyway.configure().dataSource(Shared.POSTGRES.url(name), EmbeddedPostgres.OWNER, Shared.POSTGRES.password())
                .target(schema).load().migrate();
        return name;
    }

    /** As the owner of a database, who may change what the application may not. */
    static SingleConnectionDataSource owner(String name) {
        return new SingleConnectionDataSource(Shared.POSTGRES.url(name), EmbeddedPostgres.OWNER,
                Shared.POSTGRES.password(), true);
    }
}
