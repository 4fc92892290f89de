package nullaosta.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.function.Consumer;
import nullaosta.agreement.Agreements;
import nullaosta.oversight.PastCases;
import nullaosta.seal.SealFault;

/** The past cases of a server that is not running, for as long as its database is open here. */
public final class StoredPast implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Database database;
    private final PastCases cases;

    private StoredPast(EmbeddedPostgres postgres, Database database, Vault vault, Agreements agreements) {
        this.postgres = postgres;
        this.database = database;
        this.cases = new PostgresSnapshots(database.source(), vault, agreements);
    }

    /**
     * Starts the database of a server's data folder; while a server uses the folder that is refused.
     *
     * @param agreements whose vocabularies the stored facts are read with
     */
    public static StoredPast open(Path data, Agreements agreements, SecureRandom random, Consumer<String> progress)
            throws EmbeddedPostgres.Refused {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, data, random, progress);
        try {
            Vault vault = new Vault(Keys.vault(data.resolve("keys")), random);
            return new StoredPast(postgres, Database.open(postgres, Installation.DATABASE, random), vault, agreements);
        } catch (SQLException e) {
            postgres.close();
            throw new EmbeddedPostgres.Refused("the database cannot be opened (" + e.getMessage() + ")");
        } catch (IOException | SealFault | Installation.Refused e) {
            postgres.close();
            throw new EmbeddedPostgres.Refused("the cases cannot be read (" + e.getMessage() + ")");
        }
    }

    public PastCases cases() {
        return cases;
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
    }
}
