package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nullaosta.quantity.TimeWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many aircraft share a moment of the window from 10 to 20 o'clock. */
class LedgerTest {

    private static TimeWindow hours(String from, String until) {
        return new TimeWindow(Instant.parse("2016-03-01T" + from + ":00:00Z"),
                Instant.parse("2016-03-01T" + until + ":00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none                                         | 00-05             | 0
            one that ends as the window begins           | 05-10             | 0
            one that began before                        | 05-11             | 1
            one after the other                          | 10-12 12-15 15-20 | 1
            two overlap before the window, one within it | 05-10 05-11       | 1
            two together, later a third alone            | 11-14 13-15 18-19 | 2
            three through the night                      | 00-23 05-23 19-23 | 3
            """)
    void atOnce(String what, String others, int most) {
        List<TimeWindow> windows = Arrays.stream(others.strip().split(" ")).map(it -> it.split("-"))
                .map(it -> hours(it[0], it[1])).toList();
        assertThat(Ledger.atOnce(hours("10", "20"), windows)).as(what).isEqualTo(most);
    }
}
