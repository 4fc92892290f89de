package nullaosta.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.assessment.FactSeen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clause looked at, for people who read no ISO 8601. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({"PT168H, 7 days", "PT167H59M59.9S, 6 days 23 h 59 min 59 s", "PT24H, 1 day", "PT30M, 30 min",
            "PT0S, 0 s", "PT-2H-30M, minus 2 h 30 min"})
    void aLengthOfTime(Duration length, String words) {
        assertThat(Words.length(length)).isEqualTo(words);
    }

    private static String seen(Object value) {
        return Words.seen(new FactSeen("host.zones", Optional.of(value), "the host"));
    }

    @Test
    void zonesAndTheirNotice() {
        assertThat(seen(List.of(Map.of("zone", "EXERCISE_1"), Map.of("notice", "PT168H"))))
                .isEqualTo("zone EXERCISE_1; notice 7 days");
        assertThat(seen(List.of())).isEqualTo("none");
        assertThat(seen("PT29H59M2.419879269S")).isEqualTo("1 day 5 h 59 min 2 s");
        assertThat(seen("PT")).isEqualTo("PT");
        assertThat(seen(List.of("CLASS_1", "CLASS_3"))).isEqualTo("CLASS_1, CLASS_3");
        assertThat(seen(true)).isEqualTo("true");
        assertThat(Words.seen(new FactSeen("host.zones", Optional.empty(), "the host has no file of zones")))
                .isEqualTo("absent");
    }
}
