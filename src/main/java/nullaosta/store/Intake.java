package nullaosta.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opaque entries from many callers at once, for tests under load. Those that arrive while a batch commits are the next
 * batch, in one transaction; a caller is answered once its entry is a leaf of the committed tree.
 *
 * <p>A batch that fails is told to its callers as failed. After that, and after a crash, an entry that nobody was answered for
 * may be in the register or not.
 */
public final class Intake implements AutoCloseable {

    private static final int BATCH = 1024;
    private static final int LARGEST_BATCH_BYTES = 8_000_000;
    /** Entries that wait at most, be they large: beyond, callers are turned away. */
    private static final int WAITING = 4096;

    private final PostgresLog log;
    private final BlockingQueue<Caller> arrived = new LinkedBlockingQueue<>(WAITING);
    private final Map<Long, Caller> queued = new ConcurrentHashMap<>();

    private record Caller(byte[] entry, CompletableFuture<Long> index) {}

    /** Why an entry was not taken, or may not have been. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private Failed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    Intake(PostgresLog log) {
        this.log = log;
    }

    /** @return its index once it is a leaf, or {@link Failed} */
    public CompletableFuture<Long> add(byte[] entry) {
        Caller caller = new Caller(entry, new CompletableFuture<>());
        if (!arrived.offer(caller)) {
            caller.index.completeExceptionally(new Failed("too many entries wait; try again later", null));
        }
        return caller.index;
    }

    /** Queues what has arrived. @return whether that was anything */
    boolean round(Duration patience) throws InterruptedException {
        Caller first = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return false;
        }
        List<Caller> batch = new ArrayList<>(List.of(first));
        long bytes = first.entry.length;
        while (batch.size() < BATCH && bytes < LARGEST_BATCH_BYTES) {
            Caller next = arrived.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            bytes += next.entry.length;
        }
        queue(batch);
        return true;
    }

    private void queue(List<Caller> batch) {
        try {
            List<Long> tickets = log.addAll(batch.stream().map(Caller::entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                queued.put(tickets.get(i), batch.get(i));
            }
        } catch (RuntimeException e) {
            fail(batch, "the database did not say whether the entry was taken", e);
            throw e;
        }
    }

    /** Answers those whose entries have become leaves, whichever server made them so. */
    void answer() {
        if (!queued.isEmpty()) {
            log.indexes(new HashSet<>(queued.keySet())).forEach((ticket, index) -> {
                Caller caller = queued.remove(ticket);
                if (caller != null) {
                    caller.index.complete(index);
                }
            });
        }
    }

    private static void fail(Iterable<Caller> callers, String words, @Nullable Throwable why) {
        callers.forEach(caller -> caller.index.completeExceptionally(new Failed(words, why)));
    }

    /** Whoever still waits is told that nothing is certain. */
    @Override
    public void close() {
        fail(arrived, "the server stops, and did not take the entry", null);
        fail(queued.values(), "the server stops, and the entry is queued", null);
    }
}
