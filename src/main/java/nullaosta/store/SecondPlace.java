package nullaosta.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;

/**
 * The last checkpoint, kept beside the register's key and so outside the database: a database that was restored to an
 * earlier state would otherwise go on from there, under the same key, and part the register from what was published.
 *
 * <p>Written after publishing: a crash between the two leaves an earlier checkpoint here, which the register still
 * contains. It says nothing against whoever puts both back; for that there are witnesses.
 */
final class SecondPlace {

    private final Path file;
    private final PostgresLog log;
    private long kept = -1;

    SecondPlace(Path keys, PostgresLog log) {
        this.file = keys.resolve("register.checkpoint");
        this.log = log;
    }

    /** Why the register in the database cannot be gone on with; empty if it contains what was published last. */
    Optional<String> fault(NoteVerifier key) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Checkpoint last;
        try {
            last = Checkpoint.open(Files.readAllBytes(file), key);
        } catch (SealFault e) {
            return Optional.of(file + " is no checkpoint of this register (" + e.getMessage()
                    + "); put it back from where it is kept safe");
        }
        long size = log.head().size();
        if (size < last.size()) {
            return Optional.of("the database holds " + size + " entries of the register, and " + last.size()
                    + " were published: it is older than " + file + "; restore a newer one");
        }
        return new TileTree(last.size(), log::hashes).root().equals(last.root())
                ? Optional.empty()
                : Optional.of("the register in the database is not the one that was published last, as " + file
                        + " shows; restore the one that is");
    }

    /** Keeps the newest published checkpoint, if it is newer than the one kept. */
    void keep() {
        long size = log.publishedSize().orElse(-1L);
        if (size > kept) {
            log.checkpoint().ifPresent(this::write);
            kept = size;
        }
    }

    private void write(byte[] note) {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(whole, note);
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
