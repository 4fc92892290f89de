package nullaosta.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;

/**
 * The last tree of each register that a witness cosigned, a file each. Whoever can write here can make the witness sign
 * two histories; nothing else.
 */
public final class WitnessMemory implements AutoCloseable {

    private final Path folder;
    private final FileChannel held;

    /**
     * Makes the folder where it is missing, and holds it for as long as the process lives.
     *
     * @throws IOException where another process holds it: two that sign from one memory could sign two histories
     */
    public WitnessMemory(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        held = FileChannel.open(folder.resolve("held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean alone;
        try {
            alone = held.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            alone = false;
        }
        if (!alone) {
            held.close();
            throw new IOException(folder + " is held by another witness; stop it, or give another folder");
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
    }

    /** @throws IOException also where the file is not one that was kept here: a witness that has forgotten must not sign */
    Optional<Checkpoint> last(String origin) throws IOException {
        Path file = file(origin);
        String[] lines;
        try {
            lines = Files.readString(file).split("\n", -1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            if (lines.length == 4 && lines[0].equals(origin)) {
                return Optional
                        .of(new Checkpoint(origin, Long.parseLong(lines[1]), Digest.parseBase64(lines[2])));
            }
        } catch (NumberFormatException | SealFault e) {
            // answered below, as for a file of another shape
        }
        throw new IOException(file + " does not hold origin, size and root; put it back from where it is kept safe");
    }

    /** On disk when this returns. */
    void keep(Checkpoint checkpoint) throws IOException {
        Path file = file(checkpoint.origin());
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, checkpoint.text());
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(String origin) {
        return folder.resolve(Digest.of(origin.getBytes(StandardCharsets.UTF_8)).hex());
    }
}
