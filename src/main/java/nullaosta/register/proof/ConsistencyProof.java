package nullaosta.register.proof;

import java.util.ArrayList;
import java.util.List;
import nullaosta.seal.Digest;

/**
 * That the tree of size `from` is the beginning of the tree of size `to`: nothing was changed or taken out (RFC 9162,
 * clause 2.1.4).
 */
public record ConsistencyProof(long from, long to, List<Digest> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the proof links the two roots. Everything begins with the empty tree. */
    public boolean links(Digest older, Digest newer) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0 || from == to) {
            return path.isEmpty() && (from == 0
                    ? older.equals(Merkle.EMPTY) && (to > 0 || newer.equals(older))
                    : older.equals(newer));
        }
        List<Digest> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(older);
        }
        return !hashes.isEmpty() && walk(hashes, older, newer);
    }

    private boolean walk(List<Digest> hashes, Digest older, Digest newer) {
        int shift = Long.numberOfTrailingZeros(~(from - 1));
        long node = from - 1 >> shift;
        long last = to - 1 >> shift;
        Digest first = hashes.getFirst();
        Digest second = first;
        for (Digest hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Merkle.node(hash, first);
                second = Merkle.node(hash, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Merkle.node(second, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(older) && second.equals(newer);
    }
}
