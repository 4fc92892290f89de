package nullaosta.register.mirror;

import java.nio.file.Path;
import java.util.List;
import nullaosta.register.proof.Checkpoint;

/** What became of bringing a copy up to date. Only {@link Grown} changes what the copy holds of the register. */
public sealed interface Mirroring {

    /** The copy now stands at the checkpoint; `from` entries were there before. */
    record Grown(long from, Checkpoint checkpoint) implements Mirroring {}

    /** The register has published nothing since. */
    record Unchanged(Checkpoint checkpoint) implements Mirroring {}

    /** The register signed two histories. @param evidence both checkpoints, as files in the copy's folder */
    record Changed(Checkpoint held, Checkpoint seen, String what, List<Path> evidence) implements Mirroring {}

    /** What is published is wrong, by what it says itself. */
    record Broken(String where, String what) implements Mirroring {}

    /** Too few witnesses cosigned what is published; it is not taken. */
    record Unwitnessed(Checkpoint seen, List<String> cosigners) implements Mirroring {}

    /** It could not be looked at, or not be written; another try may do. */
    record Unread(String what) implements Mirroring {}
}
