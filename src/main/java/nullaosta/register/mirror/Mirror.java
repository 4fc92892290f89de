package nullaosta.register.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;

/**
 * Keeps a copy of a register in a folder that can itself be served and verified. What was taken stays: the checkpoint is
 * replaced last, and only by one whose tree begins with the tree of the one before. A crash leaves the older copy, and
 * beside it files that the next run finds in their place.
 */
public final class Mirror {

    private static final String CHECKPOINT = "checkpoint";

    private final LogSource source;
    private final Path folder;
    private final NoteVerifier key;
    private final Optional<WitnessPolicy> policy;

    /** @param policy the witnesses that must have cosigned what is taken; none asks for nobody */
    public Mirror(LogSource source, Path folder, NoteVerifier key, Optional<WitnessPolicy> policy) {
        this.source = source;
        this.folder = folder;
        this.key = key;
        this.policy = policy;
    }

    /** A checkpoint with the bytes that it was published as. */
    private record Head(byte[] note, Checkpoint checkpoint) {}

    /** Takes what was published since; `at` names the evidence, should there be any. */
    public Mirroring update(Instant at) {
        try {
            MirrorFolder copy = new MirrorFolder(folder);
            Optional<byte[]> held = copy.read(CHECKPOINT);
            Head before = held.isPresent() ? own(held.get()) : new Head(new byte[0], empty());
            byte[] note = source.read(CHECKPOINT)
                    .orElseThrow(() -> new IOException("no `checkpoint` is published there"));
            Checkpoint seen;
            SignedNote signed;
            try {
                seen = Checkpoint.open(note, key);
                signed = SignedNote.parse(note);
            } catch (SealFault e) {
                return new Mirroring.Broken(CHECKPOINT, e.getMessage());
            }
            if (held.isPresent()) {
                Optional<String> contradiction = contradiction(before.checkpoint(), seen);
                if (contradiction.isPresent()) {
                    return changed(copy, before, new Head(note, seen), contradiction.get(), at);
                }
            }
            if (policy.isPresent() && !policy.get().satisfied(signed)) {
                return new Mirroring.Unwitnessed(seen, policy.get().cosigners(signed));
            }
            return held.isPresent() && seen.size() == before.checkpoint().size()
                    ? new Mirroring.Unchanged(seen)
                    : grow(copy, before, new Head(note, seen), at);
        } catch (Fetching.Wrong e) {
            return new Mirroring.Broken(e.where(), e.what());
        } catch (IOException e) {
            return new Mirroring.Unread(e.getMessage() == null ? "the register cannot be read" : e.getMessage());
        }
    }

    private Checkpoint empty() {
        return new Checkpoint(key.name(), 0, Merkle.EMPTY);
    }

    private Head own(byte[] note) throws IOException {
        try {
            return new Head(note, Checkpoint.open(note, key));
        } catch (SealFault e) {
            throw new IOException("`" + folder.resolve(CHECKPOINT) + "` is no checkpoint of this register: "
                    + e.getMessage() + "; give a folder of its own", e);
        }
    }

    /** What two signed checkpoints alone show. */
    private static Optional<String> contradiction(Checkpoint held, Checkpoint seen) {
        if (seen.size() < held.size()) {
            return Optional.of("it has published " + held.size() + " entries before and " + seen.size() + " now");
        }
        return seen.size() == held.size() && !seen.root().equals(held.root())
                ? Optional.of("it has signed two roots for the same " + held.size() + " entries")
                : Optional.empty();
    }

    private Mirroring grow(MirrorFolder copy, Head before, Head after, Instant at) throws IOException, Fetching.Wrong {
        Fetching fetching = new Fetching(source, copy, after.checkpoint());
        if (!fetching.continues(before.checkpoint())) {
            return forked(copy, before, after, at);
        }
        List<String> whole = fetching.take(before.checkpoint());
        copy.write(CHECKPOINT, after.note());
        for (String path : whole) {
            copy.forgetPartsOf(path);
        }
        return new Mirroring.Grown(before.checkpoint().size(), after.checkpoint());
    }

    /**
     * The tiles do not lead from the one checkpoint to the other. It is the register's doing only if everything that it
     * now publishes agrees with its new checkpoint; otherwise what it serves is merely wrong.
     */
    private Mirroring forked(MirrorFolder copy, Head before, Head after, Instant at) throws IOException {
        Edge edge = Edge.empty();
        long size = before.checkpoint().size();
        LogSource same = path -> path.equals(CHECKPOINT) ? Optional.of(after.note()) : source.read(path);
        return switch (RegisterVerifier.verify(same, key, (index, entry) -> {
            if (index < size) {
                edge.append(Merkle.leaf(entry));
            }
        })) {
            case Verification.Broken(String where, String what) -> new Mirroring.Broken(where, what);
            case Verification.Unread(String what) -> new Mirroring.Unread(what);
            case Verification.Sound sound -> edge.root().equals(before.checkpoint().root())
                    ? new Mirroring.Unread("the register changed while it was read; try again")
                    : changed(copy, before, after, "its first " + size + " entries are not what they were", at);
        };
    }

    private static Mirroring changed(MirrorFolder copy, Head held, Head seen, String what, Instant at)
            throws IOException {
        return new Mirroring.Changed(held.checkpoint(), seen.checkpoint(), what,
                List.of(copy.keep("held", held.note(), held.checkpoint().size(), at),
                        copy.keep("seen", seen.note(), seen.checkpoint().size(), at)));
    }
}
