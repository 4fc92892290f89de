package nullaosta.register.proof;

import java.util.List;
import java.util.Optional;
import nullaosta.seal.Digest;

/**
 * That a leaf stands at an index of a tree of a size (RFC 9162, clause 2.1.3).
 *
 * @param path hashes of the neighbours on the way up, lowest first
 */
public record InclusionProof(long index, long size, List<Digest> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** The root that follows for the leaf; empty when the path cannot belong to this index and size. */
    public Optional<Digest> root(Digest leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        Digest root = leaf;
        for (Digest neighbour : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                root = Merkle.node(neighbour, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = Merkle.node(root, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Whether the leaf is in the tree that the checkpoint commits to. */
    public boolean proves(Digest leaf, Checkpoint checkpoint) {
        return checkpoint.size() == size && root(leaf).equals(Optional.of(checkpoint.root()));
    }
}
