package nullaosta.register.mirror;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.ConsistencyProof;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.EntryBundle;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.TilePath;
import nullaosta.register.proof.TileReader;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;

/** Fetches what a register has published up to one checkpoint; each file is checked before it is written. */
final class Fetching {

    /** Something published is wrong. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;
        private final String where;
        private final String what;

        Wrong(String where, String what) {
            super(where + ": " + what);
            this.where = where;
            this.what = what;
        }

        String where() {
            return where;
        }

        String what() {
            return what;
        }
    }

    /** Carries a fault through the readers of trees, which know of none. */
    private static final class Carried extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Wrong wrong;

        Carried(Wrong wrong) {
            super(wrong);
            this.wrong = wrong;
        }
    }

    private final LogSource source;
    private final MirrorFolder copy;
    private final Checkpoint goal;
    private final List<String> whole = new ArrayList<>();

    Fetching(LogSource source, MirrorFolder copy, Checkpoint goal) {
        this.source = source;
        this.copy = copy;
        this.goal = goal;
    }

    /** Whether the tiles prove that the goal's tree begins with the tree held. */
    boolean continues(Checkpoint held) throws IOException, Wrong {
        TileTree tree = new TileTree(goal.size(), published());
        try {
            ConsistencyProof proof = tree.consistency(held.size());
            return tree.root().equals(goal.root()) && proof.links(held.root(), goal.root());
        } catch (Carried e) {
            throw e.wrong;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes entries and tiles beyond the tree held. @return paths of bundles and tiles that now stand there whole */
    List<String> take(Checkpoint held) throws IOException, Wrong {
        Edge edge = own(held);
        List<List<Digest>> open = new ArrayList<>();
        for (int level = 0; level < 8; level++) {
            long hashes = TilePath.hashesAt(level, held.size());
            int width = (int) (hashes % TilePath.FULL);
            open.add(new ArrayList<>(width == 0 ? List.of() : tile(copy::read, level, hashes / TilePath.FULL, width)));
        }
        for (long first = held.size() / TilePath.FULL * TilePath.FULL; first < goal.size(); first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, goal.size() - first);
            bundle(TilePath.entries(first / TilePath.FULL, width), edge, open);
        }
        for (int level = 0; level < open.size(); level++) {
            tileOf(level, TilePath.hashesAt(level, goal.size()) / TilePath.FULL, open.get(level));
        }
        if (!edge.root().equals(goal.root())) {
            throw new Wrong("checkpoint", "the root is " + goal.root().base64() + ", but the entries give "
                    + edge.root().base64());
        }
        return whole;
    }

    /** The edge of the copy, which must be what its own checkpoint says. */
    private Edge own(Checkpoint held) throws IOException {
        try {
            Edge edge = Edge.of(held.size(), reader(copy::read));
            if (edge.root().equals(held.root())) {
                return edge;
            }
        } catch (Carried e) {
            // answered below, as for a tile of other bytes
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        throw new IOException("the copy was damaged: its own tiles do not give the root of its checkpoint; "
                + "start again in an empty folder");
    }

    private void bundle(TilePath path, Edge edge, List<List<Digest>> open) throws IOException, Wrong {
        byte[] bytes = bytes(source, path);
        long index = path.index() * TilePath.FULL;
        List<byte[]> entries = entries(path, bytes);
        List<Digest> known = List.copyOf(open.getFirst());
        for (byte[] entry : entries) {
            Digest leaf = Merkle.leaf(entry);
            if (index < edge.size()) {
                if (!known.get((int) (index % TilePath.FULL)).equals(leaf)) {
                    throw new Wrong(path.toString(), "entry " + index + " is not the one that the copy holds");
                }
            } else {
                open.getFirst().add(leaf);
                for (Edge.Node node : edge.append(leaf)) {
                    tileOf(node.level() - 1, node.index(), open.get(node.level() - 1));
                    open.get(node.level()).add(node.hash());
                }
            }
            index++;
        }
        add(path, bytes);
    }

    private static List<byte[]> entries(TilePath path, byte[] bytes) throws Wrong {
        try {
            List<byte[]> entries = EntryBundle.decode(bytes);
            if (entries.size() == path.width()) {
                return entries;
            }
            throw new Wrong(path.toString(), "found " + entries.size() + " entries; expected " + path.width());
        } catch (SealFault e) {
            throw new Wrong(path.toString(), e.getMessage());
        }
    }

    /** Compares a tile that the entries give with the published one, writes it and closes it. */
    private void tileOf(int level, long index, List<Digest> hashes) throws IOException, Wrong {
        if (hashes.isEmpty()) {
            return;
        }
        TilePath path = new TilePath(level, index, hashes.size());
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        hashes.forEach(hash -> expected.writeBytes(hash.bytes()));
        if (!Arrays.equals(expected.toByteArray(), bytes(source, path))) {
            throw new Wrong(path.toString(), "the tile does not follow from the entries");
        }
        add(path, expected.toByteArray());
        hashes.clear();
    }

    private void add(TilePath path, byte[] bytes) throws IOException, Wrong {
        if (!copy.add(path.toString(), bytes)) {
            throw new Wrong(path.toString(), "the copy has other bytes there; they were left");
        }
        if (path.width() == TilePath.FULL) {
            whole.add(path.toString());
        }
    }

    private TileReader published() {
        return reader(source);
    }

    private static TileReader reader(LogSource from) {
        return (level, index, width) -> {
            try {
                return tile(from, level, index, width);
            } catch (Wrong e) {
                throw new Carried(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static List<Digest> tile(LogSource from, int level, long index, int width) throws IOException, Wrong {
        TilePath path = new TilePath(level, index, width);
        byte[] bytes = bytes(from, path);
        if (bytes.length != width * Digest.LENGTH) {
            throw new Wrong(path.toString(), "found " + bytes.length + " bytes; expected " + width * Digest.LENGTH);
        }
        List<Digest> hashes = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            hashes.add(Digest.wrap(Arrays.copyOfRange(bytes, i * Digest.LENGTH, (i + 1) * Digest.LENGTH)));
        }
        return hashes;
    }

    private static byte[] bytes(LogSource from, TilePath path) throws IOException, Wrong {
        Optional<byte[]> bytes = from.read(path);
        if (bytes.isEmpty()) {
            throw new Wrong(path.toString(), "missing, though the checkpoint counts it");
        }
        return bytes.get();
    }
}
