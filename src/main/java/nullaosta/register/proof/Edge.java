package nullaosta.register.proof;

import java.util.ArrayList;
import java.util.List;
import nullaosta.seal.Digest;

/**
 * The right edge of a growing tree: on each level of tiles the hashes of the tile that is not yet full. It suffices to
 * append and to know the root; its size is logarithmic. Not for several threads.
 *
 * <p>A tile of a level that fills up becomes one hash of the level above. The hashes left on the edge, from the top level
 * to the lowest, are the tree's complete subtrees in their order once each level's count is split into powers of two; the
 * root folds them from the right (RFC 6962, clause 2.1).
 */
public final class Edge {

    /** A hash above the leaves that will never change again: `index` counts from the left of its level of tiles. */
    public record Node(int level, long index, Digest hash) {}

    private final List<List<Digest>> levels = new ArrayList<>();
    private long size;

    private Edge() {
    }

    public static Edge empty() {
        return new Edge();
    }

    /** The edge of a tree that exists already. */
    public static Edge of(long size, TileReader tiles) {
        Edge edge = new Edge();
        edge.size = size;
        for (int level = 0; TilePath.hashesAt(level, size) > 0; level++) {
            long hashes = TilePath.hashesAt(level, size);
            int width = (int) (hashes % TilePath.FULL);
            edge.levels.add(width == 0
                    ? new ArrayList<>()
                    : new ArrayList<>(tiles.tile(level, hashes / TilePath.FULL, width)));
        }
        return edge;
    }

    public long size() {
        return size;
    }

    /** Appends a leaf's hash. @return the nodes that became complete by it, lowest first */
    public List<Node> append(Digest leaf) {
        List<Node> complete = new ArrayList<>();
        size++;
        Digest carried = leaf;
        for (int level = 0;; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Digest> hashes = levels.get(level);
            hashes.add(carried);
            if (hashes.size() < TilePath.FULL) {
                return complete;
            }
            carried = Merkle.root(hashes);
            hashes.clear();
            complete.add(new Node(level + 1, TilePath.hashesAt(level + 1, size) - 1, carried));
        }
    }

    public Digest root() {
        List<Digest> subtrees = new ArrayList<>();
        for (List<Digest> hashes : levels.reversed()) {
            int from = 0;
            for (int bit = Integer.highestOneBit(hashes.size()); bit > 0; bit >>= 1) {
                if ((hashes.size() & bit) != 0) {
                    subtrees.add(Merkle.root(hashes.subList(from, from + bit)));
                    from += bit;
                }
            }
        }
        if (subtrees.isEmpty()) {
            return Merkle.EMPTY;
        }
        Digest root = subtrees.removeLast();
        while (!subtrees.isEmpty()) {
            root = Merkle.node(subtrees.removeLast(), root);
        }
        return root;
    }
}
