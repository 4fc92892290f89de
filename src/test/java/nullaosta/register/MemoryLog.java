package nullaosta.register;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nullaosta.register.proof.EntryBundle;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.TilePath;
import nullaosta.register.proof.TileReader;
import nullaosta.seal.Digest;

/** A register in memory, served as it would be published. */
public final class MemoryLog implements LogStorage, LogSource {

    public final List<byte[]> queue = new ArrayList<>();
    public final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, List<Digest>> levels = new HashMap<>();
    private final Map<Long, byte[]> checkpoints = new HashMap<>();
    private TreeHead head = new TreeHead(0, Merkle.EMPTY);
    /** Set to fail the next time a checkpoint is published, as a crash would. */
    public boolean crashBeforePublishing;

    @Override
    public int integrate(int limit, Growing growing) {
        List<byte[]> taken = List.copyOf(queue.subList(0, Math.min(limit, queue.size())));
        Growth growth = growing.grow(head, tiles(), taken);
        entries.addAll(taken);
        level(0).addAll(growth.leaves());
        growth.nodes().forEach(node -> level(node.level()).add(node.hash()));
        head = growth.head();
        queue.subList(0, taken.size()).clear();
        return taken.size();
    }

    @Override
    public TreeHead head() {
        return head;
    }

    @Override
    public Optional<Long> publishedSize() {
        return checkpoints.keySet().stream().max(Long::compare);
    }

    @Override
    public void publish(TreeHead signed, byte[] note) {
        if (crashBeforePublishing) {
            crashBeforePublishing = false;
            throw new IllegalStateException("crash");
        }
        checkpoints.putIfAbsent(signed.size(), note);
    }

    public TileReader tiles() {
        return (level, index, width) -> level(level).subList((int) index * TilePath.FULL,
                (int) index * TilePath.FULL + width);
    }

    @Override
    public Optional<byte[]> read(String path) {
        if (path.equals("checkpoint")) {
            return publishedSize().map(size -> Objects.requireNonNull(checkpoints.get(size)));
        }
        return TilePath.parse(path).filter(tile -> tile.within(publishedSize().orElse(0L))).map(this::bytes);
    }

    private byte[] bytes(TilePath tile) {
        int from = (int) tile.index() * TilePath.FULL;
        if (tile.isEntries()) {
            return EntryBundle.encode(entries.subList(from, from + tile.width()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        level(tile.level()).subList(from, from + tile.width()).forEach(hash -> out.writeBytes(hash.bytes()));
        return out.toByteArray();
    }

    private List<Digest> level(int level) {
        return levels.computeIfAbsent(level, l -> new ArrayList<>());
    }
}
