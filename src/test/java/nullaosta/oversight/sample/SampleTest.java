package nullaosta.oversight.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seed draws the cases, and nothing else does. */
class SampleTest {

    private static final LocalDate FIRST = LocalDate.parse("2016-01-01");
    private static final LocalDate LAST = LocalDate.parse("2016-03-31");

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> String.format("IT-2016-%04d", n)).toList();
    }

    private static Sample sample(String seed, int size) {
        return new Sample(seed, size, FIRST, LAST);
    }

    /** By hand: {@code printf 'lotto\nIT-2016-0001' | sha256sum}, for each number; then sorted. */
    @Test
    void theOrderIsThatOfSha256() {
        assertThat(sample("lotto", 3).draw(numbers(6))).containsExactly("IT-2016-0001", "IT-2016-0003", "IT-2016-0002");
    }

    @Test
    void theListsOrderChangesNothing() {
        List<String> shuffled = new ArrayList<>(numbers(500));
        Collections.shuffle(shuffled, new Random(1));
        assertThat(sample("a", 20).draw(shuffled)).isEqualTo(sample("a", 20).draw(numbers(500)))
                .isNotEqualTo(sample("b", 20).draw(numbers(500)));
    }

    @Test
    void aLargerSampleHoldsTheSmaller() {
        assertThat(sample("a", 30).draw(numbers(200))).startsWith(
                sample("a", 10).draw(numbers(200)).toArray(String[]::new));
    }

    @Test
    void fewerCasesThanAskedForAreAllDrawn() {
        assertThat(sample("a", 50).draw(numbers(3))).containsExactlyInAnyOrderElementsOf(numbers(3));
        assertThat(sample("a", 50).draw(List.of())).isEmpty();
    }

    /** Over many seeds each case is drawn about as often: a tenth of the time, give or take five deviations. */
    @Test
    void noCaseIsFavoured() {
        int[] drawn = new int[100];
        for (int seed = 0; seed < 2_000; seed++) {
            sample("seed " + seed, 10).draw(numbers(100))
                    .forEach(number -> drawn[Integer.parseInt(number.substring(8)) - 1]++);
        }
        assertThat(Arrays.stream(drawn).boxed()).allSatisfy(count -> assertThat(count).isBetween(133, 267));
    }

    @Test
    void daysAreTheHosts() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        assertThat(sample("a", 1).begins(rome)).isEqualTo("2015-12-31T23:00:00Z");
        assertThat(sample("a", 1).ends(rome)).isEqualTo("2016-03-31T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"'', 5, 2016-01-01, 2016-03-31, a seed of 1 to 100 characters in one line",
            "' ', 5, 2016-01-01, 2016-03-31, a seed of 1 to 100 characters in one line",
            "a, 0, 2016-01-01, 2016-03-31, 1 to 50 cases", "a, 51, 2016-01-01, 2016-03-31, 1 to 50 cases",
            "a, 5, 2016-01-02, 2016-01-01, a first day that is not after the last"})
    void whatIsNoSample(String seed, int size, LocalDate from, LocalDate until, String expected) {
        assertThatThrownBy(() -> new Sample(seed, size, from, until)).hasMessage(expected);
    }
}
