package nullaosta.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import org.junit.jupiter.api.Test;

/** A pair of versions is compared once, however many ask at once and afterwards. */
class ComparisonsTest {

    private static final VersionComparison ANSWER = new VersionComparison.Incomparable(List.of("a test"));

    private final AtomicInteger compared = new AtomicInteger();

    private static Terms version(int number) throws Exception {
        String text = Files.readString(Path.of("agreements/it-us-pantelleria/v1.yaml"))
                .replace("it-us-pantelleria/1", "it-us-pantelleria/" + number);
        return TermsReader.read("v" + number + ".yaml", text).orThrow();
    }

    @Test
    void twoWhoAskAtOnceAreAnsweredByOneComparison() throws Exception {
        Terms older = version(1);
        Terms newer = version(2);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Comparisons comparisons = new Comparisons((one, other) -> {
            compared.incrementAndGet();
            begun.countDown();
            await(asked);
            return ANSWER;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<VersionComparison> ask = () -> comparisons.of(older, newer);
            var first = threads.submit(ask);
            await(begun);
            var second = threads.submit(ask);
            asked.countDown();
            assertThat(first.get()).isSameAs(second.get()).isSameAs(ANSWER);
        }
        assertThat(comparisons.of(older, newer)).isSameAs(ANSWER);
        assertThat(compared).hasValue(1);
        comparisons.of(newer, older);
        assertThat(compared).as("the other way round").hasValue(2);
    }

    @Test
    void thoseAskedForLastAreKept() throws Exception {
        Comparisons comparisons = new Comparisons((one, other) -> {
            compared.incrementAndGet();
            return ANSWER;
        });
        Terms older = version(1);
        for (int number = 2; number <= 66; number++) {
            comparisons.of(older, version(number));
        }
        comparisons.of(older, version(66));
        comparisons.of(older, version(3));
        assertThat(compared).hasValue(65);
        comparisons.of(older, version(2));
        assertThat(compared).as("the first made place").hasValue(66);
    }

    @Test
    void aComparisonThatFailedIsTriedAgain() throws Exception {
        Comparisons comparisons = new Comparisons((one, other) -> {
            if (compared.incrementAndGet() == 1) {
                throw new IllegalArgumentException("a bug");
            }
            return ANSWER;
        });
        Terms older = version(1);
        Terms newer = version(2);
        assertThatThrownBy(() -> comparisons.of(older, newer)).hasMessage("two versions could not be compared")
                .hasRootCauseMessage("a bug");
        assertThat(comparisons.of(older, newer)).isSameAs(ANSWER);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
