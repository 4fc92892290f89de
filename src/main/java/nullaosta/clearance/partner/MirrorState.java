package nullaosta.clearance.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;

/** What the copy of a partner's register says to whoever looks at its folder; {@code verify mirror} keeps it. */
public sealed interface MirrorState {

    /** @param grewAt when the copy last took entries */
    record Kept(long entries, Instant grewAt) implements MirrorState {}

    /** The register signed two histories, or the mirror found cause to keep what it saw. */
    record CriedOut(Path evidence) implements MirrorState {}

    record Unread(String words) implements MirrorState {}

    static MirrorState of(Path folder, NoteVerifier register) {
        try {
            Path evidence = folder.resolve("evidence");
            if (Files.isDirectory(evidence)) {
                try (Stream<Path> kept = Files.list(evidence)) {
                    if (kept.findAny().isPresent()) {
                        return new CriedOut(evidence);
                    }
                }
            }
            Path file = folder.resolve("checkpoint");
            return new Kept(Checkpoint.open(Files.readAllBytes(file), register).size(),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (SealFault e) {
            return new Unread("its checkpoint is not the partner's: " + e.getMessage());
        } catch (IOException e) {
            return new Unread("no copy can be read in " + folder);
        }
    }
}
