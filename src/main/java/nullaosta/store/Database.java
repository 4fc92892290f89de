package nullaosta.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import nullaosta.seal.Digest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database brought to the newest schema by its owner, and then used by a role that may not change what was entered.
 *
 * <p>The role's password follows from the owner's and is kept nowhere: of several servers on one database each comes to the
 * same, and none locks another out. Where the owner has none it is made anew at each start.
 */
public final class Database implements AutoCloseable {

    static final String APPLICATION = "nullaosta_app";
    private static final int CONNECTIONS = 16;
    /** For a connection: a page that says so soon is better than one that hangs while the database is away. */
    private static final Duration WAIT = Duration.ofSeconds(5);
    /** For an answer, and for the next word of a server that fell silent with a case or the register's turn in its hands. */
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** Servers that start together make the role one after the other. */
    private static final long ROLE_LOCK = 0x6e756c6c616f7374L;

    private final HikariDataSource source;
    private final Owner owner;

    private record Owner(String url, String name, String password) {}

    private Database(HikariDataSource source, Owner owner) {
        this.source = source;
        this.owner = owner;
    }

    /** Of the embedded PostgreSQL, made if it is not there. */
    public static Database open(EmbeddedPostgres postgres, String name, RandomGenerator random) throws SQLException {
        try (Connection owner = DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.OWNER,
                postgres.password())) {
            createIfAbsent(owner, name);
        }
        return open(postgres.url(name), EmbeddedPostgres.OWNER, postgres.password(), random);
    }

    /** Any PostgreSQL, by the owner of an existing database. */
    public static Database open(String url, String owner, String password, RandomGenerator random)
            throws SQLException {
        String secret = secret(password, random);
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + ROLE_LOCK + ")");
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'nullaosta_app') then
                        create role nullaosta_app login;
                      end if;
                    end $$""");
            statement.execute("alter role " + APPLICATION + " password '" + secret + "'");
            connection.commit();
        }
        try {
            Flyway.configure().dataSource(url, owner, password).load().migrate();
            return new Database(pool(url, secret), new Owner(url, owner, password));
        } catch (FlywayException | HikariPool.PoolInitializationException e) {
            throw new SQLException(String.valueOf(e.getMessage()).lines().findFirst().orElse("it failed"), e);
        }
    }

    /** For what a release does once to what an earlier one stored. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(owner.url(), owner.name(), owner.password());
    }

    /** For everything the application does. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }

    private static String secret(String owners, RandomGenerator random) {
        byte[] bytes = new byte[24];
        if (owners.isEmpty()) {
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        return Digest.of((APPLICATION + "\0" + owners).getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static void createIfAbsent(Connection owner, String name) throws SQLException {
        try (PreparedStatement find = owner.prepareStatement("select 1 from pg_database where datname = ?")) {
            find.setString(1, name);
            try (ResultSet found = find.executeQuery(); Statement create = owner.createStatement()) {
                if (!found.next()) {
                    create.execute("create database \"" + name.replace("\"", "") + "\"");
                }
            }
        }
    }

    private static HikariDataSource pool(String url, String secret) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(APPLICATION);
        config.setPassword(secret);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("nullaosta");
        config.setConnectionTimeout(WAIT.toMillis());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", String.valueOf(ANSWER.toSeconds()));
        config.setConnectionInitSql("set idle_in_transaction_session_timeout = '" + ANSWER.toSeconds() + "s'");
        return new HikariDataSource(config);
    }
}
