package nullaosta.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many decisions took how many working days; nobody learns how long one or two of them took. */
class SpanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 0 5 5 5         | the same day 3, 1 0, 2 0, 3 to 5 3, 6 to 10 0, 11 to 20 0, 21 or more 0
            0 0 0 30            | 0 or more 4
            0 1 2               | 0 to 2 3, 3 to 5 0, 6 to 10 0, 11 to 20 0, 21 or more 0
            7 7 7 7             | the same day 0, 1 0, 2 0, 3 to 5 0, 6 to 10 4, 11 to 20 0, 21 or more 0
            0 0 0 1 9 9 9       | 0 to 1 4, 2 0, 3 to 5 0, 6 to 10 3, 11 to 20 0, 21 or more 0
            """)
    void spans(String days, String expected) {
        assertThat(Span.of(Arrays.stream(days.strip().split(" ")).map(Integer::valueOf).toList()).stream()
                .map(span -> span.inWords() + " " + span.decisions()).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void everyDecisionIsInOneSpanAndNoSpanIsOfOneOrTwo() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            List<Integer> days = random.ints(3 + random.nextInt(30), 0, 1 + random.nextInt(40)).boxed().toList();
            List<Span> spans = Span.of(days);
            assertThat(spans.stream().mapToInt(Span::decisions).sum()).isEqualTo(days.size());
            assertThat(spans).noneMatch(span -> Count.small(span.decisions()));
            assertThat(spans.getFirst().from()).isZero();
            assertThat(spans.getLast().until()).isEqualTo(Span.LONGEST);
            for (int i = 1; i < spans.size(); i++) {
                assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).until() + 1);
            }
        }
    }
}
