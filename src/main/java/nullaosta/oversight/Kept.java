package nullaosta.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers from all past cases, kept for a while where they take long to find: whoever reads a page again reads the same one.
 * One answer is found at a time, so that a reader with many pages open takes one processor and not all.
 */
public final class Kept<T> {

    /** How old an answer may be. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** Over fewer cases an answer is found anew each time. */
    public static final int FEW_CASES = 1_000;

    private static final int MOST = 16;

    private final Predicate<T> worth;
    private final Map<String, Answer<T>> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param at when it was found */
    public record Answer<T>(T value, Instant at) {}

    /** @param worth whether an answer took long enough to be kept */
    public Kept(Predicate<T> worth) {
        this.worth = worth;
    }

    /** @param key what was asked; answers to the same are taken for each other */
    public Answer<T> of(String key, Instant now, Supplier<T> find) {
        turn.lock();
        try {
            Answer<T> before = kept.get(key);
            if (before != null && before.at().plus(LIFE).isAfter(now)) {
                return before;
            }
            Answer<T> answer = new Answer<>(find.get(), now);
            if (worth.test(answer.value())) {
                kept.put(key, answer);
            }
            if (kept.size() > MOST) {
                kept.remove(Objects.requireNonNull(kept.keySet().iterator().next()));
            }
            return answer;
        } finally {
            turn.unlock();
        }
    }
}
