package nullaosta.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.witness.LastWord;

/**
 * The last checkpoint that was signed, kept outside the database: a database that was restored to an earlier state would
 * otherwise go on from there, under the same key, and part the register from what was published. A second server on a
 * copy of the database finds here a checkpoint that it did not put there, and stops.
 *
 * <p>Written before anybody sees the checkpoint: a crash after it leaves a checkpoint here that is not yet published, of a
 * tree that is committed. It says nothing against whoever puts both back; for that there are witnesses.
 */
final class SecondPlace implements LastWord {

    private final Path file;
    private final PostgresLog log;
    private byte[] mine = new byte[0];

    SecondPlace(Path file, PostgresLog log) {
        this.file = file;
        this.log = log;
    }

    /** Why the register in the database cannot be gone on with; empty if it contains what was published last. */
    Optional<String> fault(NoteVerifier key) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        mine = Files.readAllBytes(file);
        Checkpoint last;
        try {
            last = Checkpoint.open(mine, key);
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

    /** Two servers that do this at one moment take turns; the second finds what the first put there. */
    @Override
    public void replaceWith(SignedNote checkpoint) throws IOException {
        Path guard = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            byte[] there = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (!lock.isValid() || !Arrays.equals(there, mine)) {
                throw new IOException(file + " holds a checkpoint that this server did not put there: another one "
                        + "signs for this register; stop one of the two");
            }
            write(checkpoint.bytes());
        }
    }

    private void write(byte[] note) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.write(whole, note);
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        mine = note;
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
