package nullaosta.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.TileReader;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteKey;

/**
 * Turns queued entries into leaves and signs what is committed, in this order: a crash between the two leaves a tree
 * larger than its checkpoint, which the next round signs; never a checkpoint for a tree that does not exist.
 *
 * <p>Not for several threads; several integrators may share one storage.
 */
public final class Integrator {

    /** Entries that one transaction takes. */
    public static final int BATCH = 4096;

    private final LogStorage storage;
    private final NoteKey key;
    private Edge edge = Edge.empty();

    public Integrator(LogStorage storage, NoteKey key) {
        this.storage = storage;
        this.key = key;
    }

    /** One round. @return whether there may be more to do at once */
    public boolean round() {
        int moved = storage.integrate(BATCH, this::grow);
        TreeHead head = storage.head();
        Optional<Long> published = storage.publishedSize();
        if (published.isEmpty() || published.get() < head.size()) {
            storage.publish(head, new Checkpoint(key.name(), head.size(), head.root()).sign(key).bytes());
        }
        return moved == BATCH;
    }

    /** The edge is kept from round to round, and read again when another integrator or a rollback has come between. */
    private Growth grow(TreeHead before, TileReader tiles, List<byte[]> entries) {
        if (edge.size() != before.size() || !edge.root().equals(before.root())) {
            edge = Edge.of(before.size(), tiles);
            if (!edge.root().equals(before.root())) {
                throw new IllegalStateException(
                        "the tree of size " + before.size() + " does not have its root any more");
            }
        }
        List<Digest> leaves = new ArrayList<>();
        List<Edge.Node> nodes = new ArrayList<>();
        for (byte[] entry : entries) {
            Digest leaf = Merkle.leaf(entry);
            leaves.add(leaf);
            nodes.addAll(edge.append(leaf));
        }
        return new Growth(leaves, nodes, new TreeHead(edge.size(), edge.root()));
    }
}
