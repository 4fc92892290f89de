package nullaosta.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;
import org.junit.jupiter.api.Test;

class SortieTest {

    private static final Instant OFF = Instant.parse("2016-03-01T18:00:00Z");
    private static final Position BASE = new Position(37.4017, 14.9224);
    private static final List<Position> LINE = List.of(BASE, new Position(36.3, 15.35), new Position(33.1, 15.1));
    private static final Corridor CORRIDOR = new Corridor(LINE, new Distance(20_000));

    private static Sortie sortie(Optional<Duration> strays) {
        return new Sortie(LINE, 85, 6_000, Duration.ofHours(4), strays, Optional.empty());
    }

    @Test
    void itLeavesItsBaseAndComesBack() {
        Sortie sortie = sortie(Optional.empty());
        assertThat(sortie.at(OFF, OFF).position().distanceTo(BASE).metres()).isCloseTo(0, within(1.0));
        assertThat(sortie.at(OFF, OFF.plus(Duration.ofHours(4))).position().distanceTo(BASE).metres())
                .isCloseTo(0, within(1.0));
        assertThat(sortie.at(OFF, OFF.plusSeconds(100)).position().distanceTo(BASE).metres())
                .isCloseTo(8_500, within(5.0));
    }

    /** Property: as long as it does not stray it is within the corridor, and no faster than it may be. */
    @Test
    void alongItsLineItStaysInTheCorridor() {
        Sortie sortie = sortie(Optional.empty());
        Random random = new Random(2016);
        for (int i = 0; i < 300; i++) {
            Instant at = OFF.plusMillis(random.nextLong(Duration.ofHours(4).toMillis()));
            Fix fix = sortie.at(OFF, at);
            assertThat(CORRIDOR.holds(fix.position(), fix.accuracy())).isEqualTo(Judgement.INSIDE);
            double moved = fix.position().distanceTo(sortie.at(OFF, at.plusSeconds(1)).position()).metres();
            assertThat(moved).isLessThan(90);
        }
    }

    @Test
    void astrayItLeavesTheCorridorAndReturns() {
        Sortie sortie = sortie(Optional.of(Duration.ofMinutes(5)));
        assertThat(inside(sortie, 5)).isEqualTo(Judgement.INSIDE);
        assertThat(inside(sortie, 8)).isEqualTo(Judgement.OUTSIDE);
        assertThat(inside(sortie, 12)).isEqualTo(Judgement.INSIDE);
    }

    private static Judgement inside(Sortie sortie, int minutes) {
        Fix fix = sortie.at(OFF, OFF.plus(Duration.ofMinutes(minutes)));
        return CORRIDOR.holds(fix.position(), fix.accuracy());
    }

    @Test
    void itClimbsToItsCruiseAndComesDown() {
        Sortie sortie = sortie(Optional.empty());
        assertThat(sortie.at(OFF, OFF.plusSeconds(100)).altitude().metres()).isEqualTo(800);
        assertThat(sortie.at(OFF, OFF.plus(Duration.ofHours(2))).altitude().metres()).isEqualTo(6_000);
        assertThat(sortie.at(OFF, OFF.plus(Duration.ofHours(4)).minusSeconds(100)).altitude().metres())
                .isEqualTo(800);
    }
}
