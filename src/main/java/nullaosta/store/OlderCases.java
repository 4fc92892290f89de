package nullaosta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Dossiers;
import nullaosta.store.Installation.Refused;

/**
 * Brings what earlier releases stored in the clear to how cases are kept now. Each case is one transaction: after a crash the
 * next start goes on with the others.
 */
final class OlderCases {

    private final Database database;
    private final Vault vault;

    OlderCases(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Whether texts are closed already, so that their key must be at hand. */
    static boolean closed(Database database) throws SQLException {
        return !some(database, "select id, key from dossier where key is not null limit 1").isEmpty();
    }

    /** @throws Refused where the vault's key is not the one that closed what is there */
    void mustOpen(String file) throws SQLException, Refused {
        for (Found found : some(database, "select id, key from dossier where key is not null limit 1")) {
            if (!vault.opens(found.id(), found.key().orElseThrow())) {
                throw new Refused("the cases in the database are closed under another key than " + file
                        + "; give the data folder that belongs to it with --data");
            }
        }
    }

    /**
     * Closes the texts of cases that have no key yet, as the owner of the database: the application may change no entry.
     *
     * @return whether there were any
     */
    boolean close() throws SQLException {
        List<Found> open = some(database, "select id, key from dossier where key is null");
        if (open.isEmpty()) {
            return false;
        }
        try (Connection owner = database.owner()) {
            owner.setAutoCommit(false);
            for (Found found : open) {
                close(owner, found.id());
                owner.commit();
            }
        }
        return true;
    }

    /**
     * Writes the tables anew, so that what stood there in the clear is in none of their files. After a crash before that it
     * is not done again; {@code docs/operating.md} says how.
     */
    void sweep() throws SQLException {
        try (Connection owner = database.owner(); Statement statement = owner.createStatement()) {
            for (String table : List.of("dossier_entry", "dossier_row", "snapshot")) {
                statement.execute("vacuum full " + table);
            }
        }
    }

    private record Text(int number, byte[] body, byte[] salt) {}

    private void close(Connection owner, DossierId id) throws SQLException {
        Vault.CaseKey key = vault.newKey(id);
        List<Text> texts = new ArrayList<>();
        try (PreparedStatement select = owner
                .prepareStatement("select number, body, salt from dossier_entry where dossier = ?")) {
            select.setObject(1, id.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(new Text(rows.getInt(1), rows.getBytes(2), rows.getBytes(3)));
                }
            }
        }
        try (PreparedStatement update = owner
                .prepareStatement("update dossier_entry set body = ?, salt = ? where dossier = ? and number = ?")) {
            for (Text text : texts) {
                update.setBytes(1, vault.close(key, text.body(), PostgresCases.body(text.number())));
                update.setBytes(2, vault.close(key, text.salt(), PostgresCases.salt(text.number())));
                update.setObject(3, id.value());
                update.setInt(4, text.number());
                update.addBatch();
            }
            update.executeBatch();
        }
        try (PreparedStatement update = owner.prepareStatement("update dossier set key = ? where id = ?")) {
            update.setBytes(1, key.wrapped());
            update.setObject(2, id.value());
            update.executeUpdate();
        }
    }

    /** Makes the rows again that lack what rows have now. */
    static void remake(PostgresLists lists, Dossiers dossiers) {
        lists.outdated().forEach(dossiers::remake);
    }

    private record Found(DossierId id, Optional<byte[]> key) {}

    private static List<Found> some(Database database, String sql) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Found(new DossierId(rows.getObject(1, UUID.class)),
                        Optional.ofNullable(rows.getBytes(2))));
            }
        }
        return found;
    }
}
