package nullaosta.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database brought to the newest schema by its owner, and then used by a role that may not change what was entered.
 *
 * <p>The role's password is derived from the owner's and kept nowhere: every server that shares the database comes to the
 * same one, and none shuts out another.
 */
public final class Database implements AutoCloseable {

    static final String APPLICATION = "nullaosta_app";
    private static final int CONNECTIONS = 16;

    private final HikariDataSource source;

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /** Of the embedded PostgreSQL, made if it is not there. */
    public static Database open(EmbeddedPostgres postgres, String name) throws SQLException {
        try (Connection owner = DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.OWNER,
                postgres.password())) {
            createIfAbsent(owner, name);
        }
        return open(postgres.url(name), EmbeddedPostgres.OWNER, postgres.password());
    }

    /**
     * Any PostgreSQL, by the owner of an existing database.
     *
     * @param password of the owner; without one nothing secret could be derived from it
     */
    public static Database open(String url, String owner, String password) throws SQLException {
        String secret = derived(password);
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'nullaosta_app') then
                        create role nullaosta_app login;
                      end if;
                    end $$""");
            statement.execute("alter role " + APPLICATION + " password '" + secret + "'");
        }
        Flyway.configure().dataSource(url, owner, password).load().migrate();
        return new Database(pool(url, secret));
    }

    private static String derived(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APPLICATION.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** For everything the application does. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
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
        return new HikariDataSource(config);
    }
}
