package nullaosta.register.proof;

import java.util.List;
import nullaosta.seal.Digest;

/** Hashes of the tree (RFC 6962, clause 2.1): leaves and nodes cannot be taken for one another. */
public final class Merkle {

    /** The root of a tree without leaves: the digest of nothing. */
    public static final Digest EMPTY = Digest.of();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {
    }

    /** SHA-256(00 ‖ entry). */
    public static Digest leaf(byte[] entry) {
        return Digest.of(LEAF, entry);
    }

    /** SHA-256(01 ‖ left ‖ right). */
    public static Digest node(Digest left, Digest right) {
        return Digest.of(NODE, left.bytes(), right.bytes());
    }

    /** The root over hashes that stand side by side on one level; any number of them. */
    public static Digest root(List<Digest> hashes) {
        return switch (hashes.size()) {
            case 0 -> EMPTY;
            case 1 -> hashes.getFirst();
            default -> {
                int left = (int) largestPowerBelow(hashes.size());
                yield node(root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
            }
        };
    }

    /** The largest power of two smaller than a size of at least 2. */
    static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }
}
