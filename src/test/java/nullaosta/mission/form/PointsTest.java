package nullaosta.mission.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import nullaosta.airspace.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    private static final Points POINTS = new Points(Forms.italy());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DODUS                  | 36.3       | 15.35
            dodus                  | 36.3       | 15.35
            SIGONELLA              | 37.4017    | 14.9224
            LICZ                   | 37.4017    | 14.9224
            37.40 N 015.00 E       | 37.4       | 15
            37.40N 15E             | 37.4       | 15
            37.4° S, 15.5° w       | -37.4      | -15.5
            37.4017, 14.9224       | 37.4017    | 14.9224
            37.4017 -14.9224       | 37.4017    | -14.9224
            −37.5, 14              | -37.5      | 14
            3724N01500E            | 37.4       | 15
            37N015E                | 37         | 15
            372430S0150036W        | -37.4083333 | -15.01
            """)
    void aPlaceAsPeopleWriteIt(String text, double latitude, double longitude) {
        assertThat(POINTS.read(text)).contains(new Position(latitude, longitude));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DODOS", "91 N 15 E", "37.4 N", "37.4 N 181 E", "3760N01500E", "37,4 15", "3724N015E",
            "15 E 37 N", "37.4017"})
    void noPlace(String text) {
        assertThat(POINTS.read(text)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(2016);
        for (int i = 0; i < 10_000; i++) {
            Position position = new Position(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            assertThat(POINTS.read(POINTS.written(position))).contains(position);
        }
    }
}
