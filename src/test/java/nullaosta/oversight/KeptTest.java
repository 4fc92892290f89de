package nullaosta.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An answer over many cases is found once in ten minutes; one over few is found each time. */
class KeptTest {

    private static final Instant NOW = Instant.parse("2016-03-01T12:00:00Z");

    private final AtomicInteger found = new AtomicInteger();
    private final Kept<Integer> kept = new Kept<>(cases -> cases > Kept.FEW_CASES);

    private Kept.Answer<Integer> ask(String key, Instant at, int cases) {
        return kept.of(key, at, () -> {
            found.incrementAndGet();
            return cases;
        });
    }

    @Test
    void whatTookLongIsKeptForAWhile() {
        assertThat(ask("a", NOW, 2_000)).isEqualTo(new Kept.Answer<>(2_000, NOW));
        assertThat(ask("a", NOW.plus(Kept.LIFE).minusSeconds(1), 3_000)).isEqualTo(new Kept.Answer<>(2_000, NOW));
        assertThat(ask("b", NOW, 4_000).value()).isEqualTo(4_000);
        Instant later = NOW.plus(Kept.LIFE);
        assertThat(ask("a", later, 3_000)).isEqualTo(new Kept.Answer<>(3_000, later));
        assertThat(found).hasValue(3);
    }

    @Test
    void whatIsQuicklyFoundIsFresh() {
        ask("a", NOW, 1_000);
        assertThat(ask("a", NOW, 999).value()).isEqualTo(999);
    }

    @Test
    void ofManyThoseAskedForLastAreKept() {
        for (int i = 0; i < 17; i++) {
            ask("key " + i, NOW, 2_000);
        }
        ask("key 16", NOW, 2_000);
        assertThat(found).hasValue(17);
        ask("key 0", NOW, 2_000);
        assertThat(found).hasValue(18);
    }
}
