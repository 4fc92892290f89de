package nullaosta.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nullaosta.register.LogStorage;
import nullaosta.register.TreeHead;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.TileReader;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessKey;

/**
 * Publishes the committed tree, in this order: sign, keep as the last word, have it cosigned, publish. A crash between
 * any two leaves a tree that is larger than what is published, which the next round signs; never a checkpoint for a tree
 * that does not exist, nor two histories under one key.
 *
 * <p>Not for several threads.
 */
public final class Publication {

    private final LogStorage storage;
    private final TileReader tiles;
    private final Signers signers;
    private final Optional<Cosigning> witnesses;
    private final LastWord lastWord;
    private final InstantSource clock;

    /** @param second also signs each checkpoint under the register's name: ML-DSA-44 */
    public record Signers(NoteKey key, Optional<WitnessKey> second) {}

    public Publication(LogStorage storage, TileReader tiles, Signers signers, Optional<Cosigning> witnesses,
            LastWord lastWord, InstantSource clock) {
        this.storage = storage;
        this.tiles = tiles;
        this.signers = signers;
        this.witnesses = witnesses;
        this.lastWord = lastWord;
        this.clock = clock;
    }

    /** @return whether all that is committed is published now; otherwise too few witnesses signed */
    public boolean round() throws InterruptedException {
        TreeHead head = storage.head();
        if (storage.publishedSize().orElse(-1L) >= head.size()) {
            return true;
        }
        Checkpoint tree = new Checkpoint(signers.key().name(), head.size(), head.root());
        Instant now = clock.instant();
        SignedNote note = signed(tree, now);
        try {
            lastWord.replaceWith(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (witnesses.isPresent()) {
            note = witnesses.get().round(tree, note, tiles, now);
            if (!witnesses.get().policy().satisfied(note)) {
                return false;
            }
        }
        storage.publish(head, note.bytes());
        return true;
    }

    private SignedNote signed(Checkpoint tree, Instant now) {
        SignedNote note = tree.sign(signers.key());
        if (signers.second().isEmpty()) {
            return note;
        }
        try {
            return note.with(signers.second().get().cosign(note, now));
        } catch (SealFault e) {
            throw new IllegalStateException("a checkpoint of our own cannot be signed", e);
        }
    }
}
