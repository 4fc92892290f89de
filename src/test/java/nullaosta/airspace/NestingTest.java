package nullaosta.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One area in another, told for known shapes and held against random points. */
class NestingTest {

    private static final Position SIGONELLA = new Position(37.4, 14.9);
    private static final Distance FAR = new Distance(250_000);

    private static Circle circle(Position centre, double metres) {
        return new Circle(centre, new Distance(metres));
    }

    private static Corridor corridor(double metres, Position... points) {
        return new Corridor(List.of(points), new Distance(metres));
    }

    private static Position south(double metres) {
        return SIGONELLA.towards(180, new Distance(metres));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the same centre, smaller                  |     0 | 20000 | INSIDE
            the same circle                           |     0 | 30000 | INSIDE
            touching from within                      | 10000 | 20000 | INSIDE
            40 m over the border, within tolerance    | 10040 | 20000 | INSIDE
            60 m over the border                      | 10060 | 20000 | OUTSIDE
            larger                                    |     0 | 30100 | OUTSIDE
            apart                                     | 90000 | 20000 | OUTSIDE
            """)
    void aCircleInACircleOf30Kilometres(String what, double away, double radius, Judgement expected) {
        assertThat(circle(SIGONELLA, 30_000).holds(circle(south(away), radius))).as(what).isEqualTo(expected);
    }

    @Test
    void aCorridorAlongTheAgreedOneMayBeAsWideAndNoWider() {
        Corridor agreed = corridor(5_556, SIGONELLA, south(100_000), south(500_000));
        assertThat(agreed.holds(corridor(5_556, SIGONELLA, south(100_000), south(500_000))))
                .isEqualTo(Judgement.INSIDE);
        assertThat(agreed.holds(corridor(3_000, south(10_000), south(400_000)))).isEqualTo(Judgement.INSIDE);
        assertThat(agreed.holds(corridor(6_000, south(10_000), south(400_000)))).isEqualTo(Judgement.OUTSIDE);
        assertThat(agreed.holds(corridor(3_000, south(10_000), south(510_000)))).isEqualTo(Judgement.OUTSIDE);
    }

    /** A racetrack around a hole: its border lies in the corridor, its middle does not. */
    @Test
    void aCorridorIsNotTrustedToHoldAPolygonWhoseBorderItHolds() {
        Position[] ring = IntStream.rangeClosed(0, 4)
                .mapToObj(corner -> SIGONELLA.towards(corner * 90.0, new Distance(100_000))).toArray(Position[]::new);
        Polygon filled = new Polygon(List.of(ring[0], ring[1], ring[2], ring[3]));
        assertThat(corridor(5_000, ring).holds(filled)).isEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void whatOneHoldsTheyShare() {
        Random random = new Random(2015);
        int inside = 0;
        int apart = 0;
        for (int i = 0; i < 500; i++) {
            Area place = area(random);
            Area inner = area(random);
            Judgement held = place.holds(inner);
            List<Position> points = inner.outline();
            boolean beyond = points.stream().anyMatch(point -> place.metresOutside(point) > 60);
            assertThat(held == Judgement.INSIDE && beyond).as(place.inWords() + " " + inner.inWords()).isFalse();
            boolean shared = points.stream().anyMatch(point -> place.metresOutside(point) < -10);
            assertThat(!place.mayTouch(inner) && shared).as(place.inWords() + " " + inner.inWords()).isFalse();
            assertThat(held != Judgement.INSIDE || place.mayTouch(inner)).isTrue();
            inside += held == Judgement.INSIDE ? 1 : 0;
            apart += place.mayTouch(inner) ? 0 : 1;
        }
        assertThat(inside).isGreaterThan(10);
        assertThat(apart).isGreaterThan(50);
    }

    private static Area area(Random random) {
        Position centre = SIGONELLA.towards(random.nextInt(360), new Distance(random.nextDouble() * FAR.metres()));
        double size = 2_000 + random.nextInt(200_000);
        return switch (random.nextInt(3)) {
            case 0 -> circle(centre, size);
            case 1 -> corridor(1_000 + random.nextInt(50_000), centre,
                    centre.towards(random.nextInt(360), new Distance(size)));
            default -> new Polygon(List.of(centre, centre.towards(20, new Distance(size)),
                    centre.towards(110, new Distance(size))));
        };
    }

    @Test
    void anAreaWithinAnotherTouchesIt() {
        assertThat(circle(SIGONELLA, 100_000).mayTouch(circle(SIGONELLA, 1_000))).isTrue();
        assertThat(circle(SIGONELLA, 1_000).mayTouch(circle(SIGONELLA, 100_000))).isTrue();
        assertThat(circle(SIGONELLA, 1_000).mayTouch(circle(south(3_000), 1_900))).isFalse();
    }
}
