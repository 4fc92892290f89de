package nullaosta.register.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/**
 * Verifies a whole register from what it published: signature of the checkpoint, every entry, every tile, and the root.
 * Trusts nothing but the key it is given.
 */
public final class RegisterVerifier {

    /** Told of each entry once it is known to be in a tile; the register as a whole may still turn out to be broken. */
    @FunctionalInterface
    public interface EntryReader {

        void read(long index, byte[] entry);
    }

    /** Ends the walk at the first thing that is wrong. */
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Verification.Broken broken;

        Wrong(String where, String what) {
            this.broken = new Verification.Broken(where, what);
        }
    }

    private final LogSource source;
    private final NoteVerifier key;
    private final List<List<Digest>> open = new ArrayList<>();
    private long tiles;
    private long bundles;

    private RegisterVerifier(LogSource source, NoteVerifier key) {
        this.source = source;
        this.key = key;
    }

    public static Verification verify(LogSource source, NoteVerifier key) {
        return verify(source, key, (index, entry) -> {
        });
    }

    public static Verification verify(LogSource source, NoteVerifier key, EntryReader reader) {
        try {
            return new RegisterVerifier(source, key).walk(reader);
        } catch (Wrong e) {
            return e.broken;
        } catch (IOException e) {
            return new Verification.Unread(e.getMessage() == null ? "the register cannot be read" : e.getMessage());
        }
    }

    private Verification walk(EntryReader reader) throws IOException, Wrong {
        byte[] note = source.read("checkpoint")
                .orElseThrow(() -> new IOException("no `checkpoint` is published there"));
        Checkpoint checkpoint;
        SignedNote signed;
        try {
            checkpoint = Checkpoint.open(note, key);
            signed = SignedNote.parse(note);
        } catch (SealFault e) {
            throw new Wrong("checkpoint", e.getMessage());
        }
        Edge edge = Edge.empty();
        for (long first = 0; first < checkpoint.size(); first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, checkpoint.size() - first);
            bundle(TilePath.entries(first / TilePath.FULL, width), edge, reader);
        }
        for (int level = 0; level < open.size(); level++) {
            compare(level, TilePath.hashesAt(level, checkpoint.size()) / TilePath.FULL);
        }
        if (!edge.root().equals(checkpoint.root())) {
            throw new Wrong("checkpoint", "the root is " + checkpoint.root().base64() + ", but the entries give "
                    + edge.root().base64());
        }
        return new Verification.Sound(checkpoint, signed, tiles, bundles);
    }

    private void bundle(TilePath path, Edge edge, EntryReader reader) throws IOException, Wrong {
        List<byte[]> entries = entries(path);
        bundles++;
        long index = path.index() * TilePath.FULL;
        for (byte[] entry : entries) {
            Digest leaf = Merkle.leaf(entry);
            List<Edge.Node> complete = edge.append(leaf);
            hold(0, leaf);
            for (Edge.Node node : complete) {
                compare(node.level() - 1, node.index());
                hold(node.level(), node.hash());
            }
            reader.read(index++, entry);
        }
    }

    private List<byte[]> entries(TilePath path) throws IOException, Wrong {
        try {
            List<byte[]> entries = EntryBundle.decode(published(path));
            if (entries.size() != path.width()) {
                throw new Wrong(path.toString(), "found " + entries.size() + " entries; expected " + path.width());
            }
            return entries;
        } catch (SealFault e) {
            throw new Wrong(path.toString(), e.getMessage());
        }
    }

    private void hold(int level, Digest hash) {
        while (open.size() <= level) {
            open.add(new ArrayList<>());
        }
        open.get(level).add(hash);
    }

    /** Compares the tile that stands open on a level with the published one, and closes it. */
    private void compare(int level, long index) throws IOException, Wrong {
        List<Digest> hashes = open.get(level);
        if (hashes.isEmpty()) {
            return;
        }
        TilePath path = new TilePath(level, index, hashes.size());
        byte[] tile = published(path);
        if (tile.length != hashes.size() * Digest.LENGTH) {
            throw new Wrong(path.toString(),
                    "found " + tile.length + " bytes; expected " + hashes.size() * Digest.LENGTH);
        }
        for (int i = 0; i < hashes.size(); i++) {
            if (!Arrays.equals(hashes.get(i).bytes(), 0, Digest.LENGTH, tile, i * Digest.LENGTH,
                    (i + 1) * Digest.LENGTH)) {
                throw new Wrong(path.toString(), level == 0
                        ? "entry " + (index * TilePath.FULL + i) + " does not have the hash that the tile holds"
                        : "hash " + i + " does not follow from the tiles below");
            }
        }
        tiles++;
        hashes.clear();
    }

    private byte[] published(TilePath path) throws IOException, Wrong {
        return source.read(path)
                .orElseThrow(() -> new Wrong(path.toString(), "missing, though the checkpoint counts it"));
    }
}
