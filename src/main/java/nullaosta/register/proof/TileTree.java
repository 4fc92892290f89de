package nullaosta.register.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nullaosta.seal.Digest;

/** A tree of a fixed size read from its tiles: makes proofs. Keeps the tiles it read; not for several threads. */
public final class TileTree {

    private final long size;
    private final TileReader tiles;
    private final Map<TilePath, List<Digest>> read = new HashMap<>();

    public TileTree(long size, TileReader tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    public Digest root() {
        return size == 0 ? Merkle.EMPTY : hash(0, size);
    }

    /** @throws IllegalArgumentException for an index outside the tree */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of size " + size);
        }
        List<Digest> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** @throws IllegalArgumentException for a size that this tree has not reached */
    public ConsistencyProof consistency(long from) {
        if (from < 0 || from > size) {
            throw new IllegalArgumentException("no tree of size " + from + " within one of size " + size);
        }
        List<Digest> path = new ArrayList<>();
        if (from > 0 && from < size) {
            subproof(from, 0, size, true, path);
        }
        return new ConsistencyProof(from, size, path);
    }

    /** PATH of RFC 6962, clause 2.1.1, over the leaves from `low` to before `high`. */
    private void path(long index, long low, long high, List<Digest> path) {
        if (high - low == 1) {
            return;
        }
        long middle = low + Merkle.largestPowerBelow(high - low);
        if (index < middle) {
            path(index, low, middle, path);
            path.add(hash(middle, high));
        } else {
            path(index, middle, high, path);
            path.add(hash(low, middle));
        }
    }

    /** SUBPROOF of RFC 6962, clause 2.1.2; `known` while the older root itself is what is proven. */
    private void subproof(long from, long low, long high, boolean known, List<Digest> path) {
        if (from == high) {
            if (!known) {
                path.add(hash(low, high));
            }
            return;
        }
        long middle = low + Merkle.largestPowerBelow(high - low);
        if (from <= middle) {
            subproof(from, low, middle, known, path);
            path.add(hash(middle, high));
        } else {
            subproof(from, middle, high, false, path);
            path.add(hash(low, middle));
        }
    }

    private Digest hash(long low, long high) {
        long count = high - low;
        if (Long.bitCount(count) != 1) {
            long middle = low + Merkle.largestPowerBelow(count);
            return Merkle.node(hash(low, middle), hash(middle, high));
        }
        int level = Long.numberOfTrailingZeros(count) / 8;
        long first = low >> 8 * level;
        int offset = (int) (first % TilePath.FULL);
        return Merkle.root(tile(level, first / TilePath.FULL).subList(offset, offset + (int) (count >> 8 * level)));
    }

    private List<Digest> tile(int level, long index) {
        int width = (int) Math.min(TilePath.FULL, TilePath.hashesAt(level, size) - index * TilePath.FULL);
        return read.computeIfAbsent(new TilePath(level, index, width), path -> tiles.tile(level, index, width));
    }
}
