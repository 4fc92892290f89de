package nullaosta.register.proof;

import nullaosta.seal.SignedNote;

/** What became of verifying a whole register. */
public sealed interface Verification {

    /**
     * Everything published agrees with the checkpoint.
     *
     * @param note the checkpoint as published, with the witnesses' lines
     * @param tiles tiles of hashes that were recomputed and compared
     * @param bundles bundles of entries that were read
     */
    record Sound(Checkpoint checkpoint, SignedNote note, long tiles, long bundles) implements Verification {}

    /** Something published is wrong. `where` is a path within the register, with the entry's index where one is at fault. */
    record Broken(String where, String what) implements Verification {}

    /** It could not be checked: what was published could not be read. */
    record Unread(String what) implements Verification {}
}
