package nullaosta.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import nullaosta.quantity.Altitude.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers keep their unit and datum; what a datum leaves open is never decided. */
class QuantityTest {

    // Altitude

    /** Geoid −107 to +86 m; pressure 550 m and a tenth of the height; above ground nothing is known. */
    @ParameterizedTest
    @CsvSource({"MSL, MSL, 5000, 5000", "WGS84, MSL, 4914, 5107", "MSL, WGS84, 4893, 5086",
            "STANDARD_PRESSURE, MSL, 3950, 6050", "MSL, STANDARD_PRESSURE, 4045.5, 6166.7",
            "STANDARD_PRESSURE, WGS84, 3843, 6136", "WGS84, STANDARD_PRESSURE, 3967.3, 6285.6",
            "AGL, MSL, -Infinity, Infinity", "MSL, AGL, -Infinity, Infinity", "AGL, AGL, 5000, 5000"})
    void aHeightAboveAnotherDatumIsASpan(Datum from, Datum to, double lowest, double highest) {
        Span span = new Altitude(5_000, from).in(to);
        assertThat(List.of(span.lowestMetres(), span.highestMetres()))
                .usingElementComparator((a, b) -> a.equals(b) || Math.abs(a - b) < 0.05 ? 0 : 1)
                .containsExactly(lowest, highest);
    }

    /** Property: what one datum may stand for above another holds, read back, the height it came from. */
    @Test
    void spansReadBackHoldTheirHeight() {
        Random random = new Random(86);
        for (int i = 0; i < 2_000; i++) {
            double metres = random.nextInt(15_000);
            for (Datum from : Datum.values()) {
                for (Datum to : Datum.values()) {
                    Span there = new Altitude(metres, from).in(to);
                    if (Double.isFinite(there.lowestMetres())) {
                        assertThat(new Altitude(Math.max(there.lowestMetres(), -1_000), to).in(from).highestMetres())
                                .isGreaterThanOrEqualTo(metres - 1e-6);
                        assertThat(new Altitude(there.highestMetres(), to).in(from).lowestMetres())
                                .isLessThanOrEqualTo(metres + 1e-6);
                    }
                    assertThat(there.lowestMetres()).isLessThanOrEqualTo(there.highestMetres());
                    assertThat(from == to || there.lowestMetres() < there.highestMetres()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MSL, 3000, 0, INSIDE", "MSL, 8000, 0, INSIDE", "MSL, 2999, 0, OUTSIDE", "MSL, 8001, 0, OUTSIDE",
            "MSL, 8001, 45, UNDETERMINED", "MSL, 8046, 45, OUTSIDE", "WGS84, 7800, 0, INSIDE",
            "WGS84, 7990, 0, UNDETERMINED", "WGS84, 8100, 0, OUTSIDE", "STANDARD_PRESSURE, 5500, 0, INSIDE",
            "STANDARD_PRESSURE, 7900, 0, UNDETERMINED", "STANDARD_PRESSURE, 9600, 0, OUTSIDE",
            "AGL, 5000, 0, UNDETERMINED", "AGL, 99000, 0, UNDETERMINED"})
    void aBandHoldsAHeightOnlyWhereTheDatumLeavesNoDoubt(Datum datum, double metres, double accuracy,
            Judgement expected) {
        assertThat(new AltitudeBand(3_000, 8_000, Datum.MSL).holds(new Altitude(metres, datum), accuracy))
                .isEqualTo(expected);
    }

    @Test
    void heightsForPeople() {
        assertThat(Altitude.ofFeet(18_000, Datum.MSL).inWords()).isEqualTo("5,486 m MSL (18,000 ft)");
        assertThat(Altitude.ofFeet(18_000, Datum.MSL).feet()).isCloseTo(18_000, within(1e-9));
        assertThat(new AltitudeBand(3_000, 6_000, Datum.MSL).inWords()).isEqualTo("3,000–6,000 m MSL");
    }

    @Test
    void whatIsNoHeightIsRefused() {
        assertThatThrownBy(() -> new Altitude(Double.NaN, Datum.MSL))
                .hasMessage("altitude `NaN` m; expected −1000 to 100000 m");
        assertThatThrownBy(() -> new Altitude(100_001, Datum.MSL))
                .hasMessage("altitude `100001.0` m; expected −1000 to 100000 m");
        assertThatThrownBy(() -> new AltitudeBand(2, 1, Datum.MSL))
                .hasMessage("altitude band from `2.0` to `1.0` m; expected floor ≤ ceiling");
    }

    // Distance

    @Test
    void distancesKnowMilesAndMetres() {
        assertThat(Distance.ofNauticalMiles(15).metres()).isEqualTo(27_780);
        assertThat(new Distance(1_852).nauticalMiles()).isEqualTo(1);
        assertThat(new Distance(450).inWords()).isEqualTo("450 m");
        assertThat(new Distance(5_234).inWords()).isEqualTo("5.2 km");
        assertThat(new Distance(1)).isLessThan(new Distance(2));
        assertThatThrownBy(() -> new Distance(-1)).hasMessage("distance `-1.0` m; expected 0 to 50000000 m");
        assertThatThrownBy(() -> new Distance(Double.NaN)).hasMessage("distance `NaN` m; expected 0 to 50000000 m");
    }

    // Judgements

    @ParameterizedTest
    @CsvSource({"INSIDE, INSIDE, INSIDE, INSIDE", "INSIDE, UNDETERMINED, UNDETERMINED, INSIDE",
            "INSIDE, OUTSIDE, OUTSIDE, INSIDE", "UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED",
            "UNDETERMINED, OUTSIDE, OUTSIDE, UNDETERMINED", "OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE"})
    void judgementsCombine(Judgement a, Judgement b, Judgement both, Judgement any) {
        assertThat(a.and(b)).isEqualTo(both);
        assertThat(b.and(a)).isEqualTo(both);
        assertThat(Judgement.any(List.of(a, b))).isEqualTo(any);
        assertThat(Judgement.any(List.of(b, a))).isEqualTo(any);
        assertThat(Judgement.any(List.of())).as("of nothing").isEqualTo(Judgement.OUTSIDE);
    }

    // Windows

    @Test
    void aWindowHasItsFirstInstantAndNotItsLast() {
        Instant six = Instant.parse("2016-03-01T18:00:00Z");
        TimeWindow hour = new TimeWindow(six, six.plusSeconds(3_600));
        assertThat(hour.holds(six)).isTrue();
        assertThat(hour.holds(six.minusNanos(1))).isFalse();
        assertThat(hour.holds(six.plusSeconds(3_600))).isFalse();
        assertThat(hour.overlaps(hour.shifted(Duration.ofHours(1)))).as("one after the other").isFalse();
        assertThat(hour.overlaps(hour.shifted(Duration.ofMinutes(59)))).isTrue();
        assertThat(hour.length()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new TimeWindow(six, six)).hasMessage(
                "window from `2016-03-01T18:00:00Z` until `2016-03-01T18:00:00Z`; expected from before until");
    }
}
