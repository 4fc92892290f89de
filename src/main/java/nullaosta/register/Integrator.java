package nullaosta.register;

import java.util.ArrayList;
import java.util.List;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.TileReader;
import nullaosta.seal.Digest;

/**
 * Turns queued entries into leaves and commits them; publishing what is committed is another's task.
 *
 * <p>Not for several threads; several integrators may share one storage.
 */
public final class Integrator {

    /** Entries that one transaction takes. */
    public static final int BATCH = 4096;

    private final LogStorage storage;
    private Edge edge = Edge.empty();

    public Integrator(LogStorage storage) {
        this.storage = storage;
    }

    /** One round. @return whether there may be more to do at once */
    public boolean round() {
        return storage.integrate(BATCH, this::grow) == BATCH;
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
