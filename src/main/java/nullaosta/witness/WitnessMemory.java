package nullaosta.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
public final class WitnessMemory {

    private final Path folder;

    /** Makes the folder where it is missing. */
    public WitnessMemory(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** @throws IOException also where the file is not one that was kept here: a witness that has forgotten must not sign */
    Optional<Checkpoint> last(String origin) throws IOException {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] lines = Files.readString(file).split("\n", -1);
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
