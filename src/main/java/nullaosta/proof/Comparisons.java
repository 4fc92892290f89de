package nullaosta.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import nullaosta.agreement.Terms;

/**
 * Keeps what versions were compared, since a proof takes long and anybody who may read two texts may ask for it again. Each
 * pair is compared by the first who asks; the others wait for that one. Pairs take turns, so that many of them take one
 * processor and not all; those asked for last are kept.
 */
public final class Comparisons {

    /** How many pairs are kept; a comparison is some kilobytes. */
    private static final int MOST = 64;

    private final BiFunction<Terms, Terms, VersionComparison> compare;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Map<Pair, FutureTask<VersionComparison>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Two texts by their hashes; a period that a later version cut is in no proof. */
    private record Pair(String older, String newer) {}

    public Comparisons() {
        this(VersionComparison::of);
    }

    Comparisons(BiFunction<Terms, Terms, VersionComparison> compare) {
        this.compare = compare;
    }

    public VersionComparison of(Terms older, Terms newer) {
        Pair pair = new Pair(older.hash(), newer.hash());
        FutureTask<VersionComparison> task = task(pair, older, newer);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(pair, task);
            throw new IllegalStateException("two versions could not be compared", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while two versions are compared");
        }
    }

    private synchronized FutureTask<VersionComparison> task(Pair pair, Terms older, Terms newer) {
        FutureTask<VersionComparison> task = kept.computeIfAbsent(pair,
                any -> new FutureTask<>(() -> inTurn(older, newer)));
        if (kept.size() > MOST) {
            kept.remove(Objects.requireNonNull(kept.keySet().iterator().next()));
        }
        return task;
    }

    private VersionComparison inTurn(Terms older, Terms newer) {
        turn.lock();
        try {
            return compare.apply(older, newer);
        } finally {
            turn.unlock();
        }
    }

    private synchronized void forget(Pair pair, FutureTask<VersionComparison> failed) {
        kept.remove(pair, failed);
    }
}
