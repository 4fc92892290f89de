package nullaosta.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line of a feed, or what is wrong with it. */
class PositionLineTest {

    private static final String LINE = """
            {"flight":"DRAGO11","at":"2016-03-01T18:05:00Z","latitude":36.5,"longitude":15,"altitudeMetres":5000,\
            "datum":"MSL"}""";

    @Test
    void whatIsNotSaidIsAsUncertainAsUsual() {
        assertThat(PositionLine.read(LINE)).isEqualTo(new PositionLine.Result.Read(new PositionLine("DRAGO11",
                new Fix(Instant.parse("2016-03-01T18:05:00Z"), new Position(36.5, 15), new Distance(30),
                        new Altitude(5_000, Datum.MSL), 45))));
    }

    @Test
    void accuracyIsTakenAsSent() {
        String line = LINE.replace("\"datum\"", "\"accuracyMetres\":5,\"altitudeAccuracyMetres\":7.5,\"datum\"");
        assertThat(PositionLine.read(line)).isInstanceOfSatisfying(PositionLine.Result.Read.class, read -> {
            assertThat(read.line().fix().accuracy()).isEqualTo(new Distance(5));
            assertThat(read.line().fix().altitudeAccuracyMetres()).isEqualTo(7.5);
        });
    }

    /** What stands left of the arrow in the line is put right of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "flight":"DRAGO11"      | "flight":" "             | no text `flight`, expected one
            "flight":"DRAGO11",     |                          | no text `flight`, expected one
            2016-03-01T18:05:00Z    | 18:05                    | at `18:05`, expected an instant with zone such as `2016-03-01T18:00:00Z`
            "latitude":36.5         | "latitude":"36.5"        | no number `latitude`, expected one
            "latitude":36.5         | "latitude":96.5          | latitude `96.5`; expected −90 to 90 degrees
            "longitude":15          | "longitude":1e9          | longitude `1.0E9`; expected −180 to 180 degrees
            "altitudeMetres":5000   | "altitudeMetres":-5000   | altitude `-5000.0` m; expected −1000 to 100000 m
            "datum":"MSL"           | "datum":"QNH"            | datum `QNH`, expected one of WGS84, MSL, STANDARD_PRESSURE, AGL
            ,"datum":"MSL"          |                          | no text `datum`, expected one
            "datum":"MSL"           | "datum":"MSL","accuracyMetres":-1 | distance `-1.0` m; expected 0 to 50000000 m
            "datum":"MSL"           | "datum":"MSL","altitudeAccuracyMetres":-1 | altitude accuracy `-1.0` m; expected 0 or more
            "datum":"MSL"           | "datum":"MSL","speed":99 | unknown field `speed`, expected accuracyMetres, altitudeAccuracyMetres, altitudeMetres, at, datum, flight, latitude, longitude
            """)
    void aBadLineIsToldApart(String good, @Nullable String bad, String words) {
        assertThat(PositionLine.read(LINE.replace(good, bad == null ? "" : bad)))
                .isEqualTo(new PositionLine.Result.Faulty(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            []      | found no object, expected one a line
            ''      | line 1, column 1: the text ends where a value was expected
            {"at":  | line 1, column 7: the text ends where a value was expected
            """)
    void whatIsNoObjectIsNoReport(String line, String words) {
        assertThat(PositionLine.read(line)).isEqualTo(new PositionLine.Result.Faulty(words));
    }
}
