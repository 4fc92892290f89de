package nullaosta.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inside and outside, and how far, against brute force over finely cut geodesics. */
class AreaTest {

    private static Position at(double latitude, double longitude) {
        return new Position(latitude, longitude);
    }

    /** A random place near another: up to so many metres away, in any direction. */
    private static Position near(Position centre, double metres, Random random) {
        return centre.towards(random.nextDouble() * 360, new Distance(random.nextDouble() * metres));
    }

    /** Every 20 m of the geodesics through the points, measured one by one. */
    private static double bruteForce(List<Position> line, Position from) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.size(); i++) {
            Position a = line.get(i - 1);
            Position b = line.get(i);
            var geodesic = Geodesic.WGS84.InverseLine(a.latitude(), a.longitude(), b.latitude(), b.longitude());
            int cuts = (int) Math.ceil(geodesic.Distance() / 20);
            for (int cut = 0; cut <= cuts; cut++) {
                var point = geodesic.Position(geodesic.Distance() * cut / cuts);
                best = Math.min(best,
                        Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), point.lat2, point.lon2).s12);
            }
        }
        return best;
    }

    // Corridors

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at the equator           | 0    | 20
            over the Mediterranean   | 36   | 14
            far north                | 68   | 20
            across the antimeridian  | -17  | 179.95
            beside the pole          | 89.8 | 120
            """)
    void aCorridorIsAsWideAsItSaysWhereverItLies(String where, double latitude, double longitude) {
        Random random = new Random(37);
        for (int i = 0; i < 40; i++) {
            Position centre = at(latitude, longitude);
            List<Position> line = List.of(near(centre, 40_000, random), near(centre, 40_000, random));
            Position aircraft = near(centre, 60_000, random);
            Corridor corridor = new Corridor(line, new Distance(5_000));
            assertThat(corridor.metresOutside(aircraft)).as(where + " " + line + " " + aircraft)
                    .isCloseTo(bruteForce(line, aircraft) - 5_000, within(1.0));
        }
    }

    /** An edge of a map is not an edge of the earth: nothing far away may look near. */
    @Test
    void aCorridorAcrossTheAntimeridianHoldsNothingOnTheOtherSideOfTheEarth() {
        Corridor corridor = new Corridor(List.of(at(37, 179.5), at(37, -179.5)), new Distance(20_000));
        assertThat(corridor.metresOutside(at(37, 15))).isGreaterThan(5_000_000);
        assertThat(corridor.metresOutside(at(-37, 0))).as("its antipodes").isGreaterThan(15_000_000);
        assertThat(corridor.holds(at(37, 180), new Distance(30))).isEqualTo(Judgement.INSIDE);
        assertThat(corridor.holds(at(37, -179.9), new Distance(30))).isEqualTo(Judgement.INSIDE);
        assertThat(corridor.holds(at(37.3, 180), new Distance(30))).isEqualTo(Judgement.OUTSIDE);
    }

    /** 2,000 km of coast: the centreline is the geodesic, which leaves the straight line of a map by many kilometres. */
    @Test
    void aLongCorridorFollowsTheGeodesic() {
        List<Position> coast = List.of(at(33.1, 11.6), at(31.6, 25.1));
        var line = Geodesic.WGS84.InverseLine(33.1, 11.6, 31.6, 25.1);
        var middle = line.Position(line.Distance() / 2);
        Corridor corridor = new Corridor(coast, new Distance(10_000));
        assertThat(corridor.metresOutside(at(middle.lat2, middle.lon2))).isCloseTo(-10_000, within(1.0));
        assertThat(corridor.metresOutside(at(32.35, 18.35))).as("halfway on the map")
                .isGreaterThan(10_000);
    }

    @Test
    void aCorridorOfOnePointIsNone() {
        assertThatThrownBy(() -> new Corridor(List.of(at(37, 15)), new Distance(1)))
                .hasMessage("corridor with `1` points; expected at least 2 on its centreline");
    }

    @Test
    void aCorridorIsDrawnAroundItsCentreline() {
        Corridor corridor = new Corridor(List.of(at(37.4, 15), at(32.4, 15)), new Distance(20_000));
        List<Position> outline = corridor.outline();
        assertThat(outline.getFirst()).isEqualTo(outline.getLast());
        assertThat(outline).allSatisfy(point -> assertThat(corridor.metresOutside(point)).isCloseTo(0, within(2.0)));
    }

    // Circles

    @Test
    void aCircleIsRoundOnTheEarth() {
        Random random = new Random(15);
        Circle orbit = new Circle(at(36.9, 14.2), Distance.ofNauticalMiles(15));
        for (int i = 0; i < 200; i++) {
            Position aircraft = near(orbit.centre(), 60_000, random);
            assertThat(orbit.metresOutside(aircraft))
                    .isCloseTo(orbit.centre().distanceTo(aircraft).metres() - 27_780, within(0.1));
        }
        assertThat(orbit.outline()).hasSize(73)
                .allSatisfy(point -> assertThat(orbit.metresOutside(point)).isCloseTo(0, within(0.1)));
    }

    // Polygons

    /** A star-shaped ring: its inside is what lies before the border in each direction from the centre. */
    @Test
    void aPolygonHoldsWhatLiesBeforeItsBorder() {
        Random random = new Random(54);
        for (int shape = 0; shape < 30; shape++) {
            Position centre = at(20 + random.nextDouble() * 40, random.nextDouble() * 300 - 150);
            List<Position> corners = new ArrayList<>();
            int count = 3 + random.nextInt(9);
            for (int i = 0; i < count; i++) {
                corners.add(centre.towards(360.0 * i / count, new Distance(20_000 + random.nextInt(60_000))));
            }
            Polygon polygon = new Polygon(corners);
            List<Position> ring = new ArrayList<>(corners);
            ring.add(corners.getFirst());
            for (int i = 0; i < 20; i++) {
                Position aircraft = near(centre, 120_000, random);
                double border = bruteForce(ring, aircraft);
                boolean inside = crossings(ring, centre, aircraft) % 2 == 0;
                if (border > 100) {
                    assertThat(polygon.metresOutside(aircraft)).as(corners + " " + aircraft)
                            .isCloseTo(inside ? -border : border, within(1.5));
                }
            }
        }
    }

    /** How often the way from the centre to the aircraft crosses the ring, in a gnomonic plane: geodesics are straight. */
    private static int crossings(List<Position> ring, Position centre, Position aircraft) {
        var plane = new net.sf.geographiclib.Gnomonic(Geodesic.WGS84);
        var end = plane.Forward(centre.latitude(), centre.longitude(), aircraft.latitude(), aircraft.longitude());
        int crossings = 0;
        for (int i = 1; i < ring.size(); i++) {
            var a = plane.Forward(centre.latitude(), centre.longitude(), ring.get(i - 1).latitude(),
                    ring.get(i - 1).longitude());
            var b = plane.Forward(centre.latitude(), centre.longitude(), ring.get(i).latitude(),
                    ring.get(i).longitude());
            boolean apart = side(0, 0, end.x, end.y, a.x, a.y) != side(0, 0, end.x, end.y, b.x, b.y);
            boolean across = side(a.x, a.y, b.x, b.y, 0, 0) != side(a.x, a.y, b.x, b.y, end.x, end.y);
            crossings += apart && across ? 1 : 0;
        }
        return crossings;
    }

    private static boolean side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax) > 0;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            36 14, 36 15             | polygon with `2` corners; expected at least 3
            36 14, 36 15, 37 15, 36 14 | polygon repeats its first corner at the end; expected each corner once: leave the last one out
            36 14, 37 15, 36 15, 37 14 | polygon crosses or touches itself near `36.5000, 14.5000`; expected edges that meet only at corners
            36 179, 36 -179, 37 -179 | polygon spans `358.0` degrees of longitude; expected at most 180: split it at the antimeridian
            80 0, 80 120, 80 -120    | polygon spans `240.0` degrees of longitude; expected at most 180: split it at the antimeridian
            """)
    void whatIsNoAreaIsRefused(String corners, String words) {
        List<Position> ring = List.of(corners.split(",\\s*")).stream().map(String::strip)
                .map(corner -> corner.split(" "))
                .map(c -> at(Double.parseDouble(c[0]), Double.parseDouble(c[1]))).toList();
        assertThat(Polygon.fault(ring)).contains(words);
        assertThatThrownBy(() -> new Polygon(ring)).hasMessage(words);
    }

    /** The edge between two corners on one parallel bulges north, over a corner that a map shows beyond it. */
    @Test
    void edgesThatCrossOnlyAsGeodesicsAreFound() {
        assertThat(Polygon.fault(List.of(at(45, 10), at(45, 16), at(45.02, 13), at(47, 13)))).isPresent();
        assertThat(Polygon.fault(List.of(at(45, 10), at(45, 16), at(45.2, 13), at(47, 13)))).isEmpty();
    }

    // What cannot be told

    @ParameterizedTest
    @CsvSource({"-31, 30, INSIDE", "-30, 30, INSIDE", "-29, 30, UNDETERMINED", "29, 30, UNDETERMINED",
            "31, 30, OUTSIDE"})
    void accuracyThatReachesAcrossTheBorderLeavesItOpen(double outside, double accuracy, Judgement expected) {
        Area border = new Circle(at(37, 15), new Distance(1_000));
        Position aircraft = at(37, 15).towards(45,
                new Distance(1_000 + outside + (expected == Judgement.INSIDE ? -0.1 : 0)));
        assertThat(border.holds(aircraft, new Distance(accuracy))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0, latitude `90.1`; expected −90 to 90 degrees",
            "NaN, 0, latitude `NaN`; expected −90 to 90 degrees",
            "0, 180.1, longitude `180.1`; expected −180 to 180 degrees"})
    void aPlaceThatIsNoneIsRefused(double latitude, double longitude, String words) {
        assertThatThrownBy(() -> at(latitude, longitude)).hasMessage(words);
    }

    @Test
    void aPlaceIsHeldToACentimetre() {
        assertThat(at(37.40170004999, 14.9224)).isEqualTo(at(37.4017, 14.9224));
        assertThat(at(37.4017, 14.9224).inWords()).isEqualTo("37.4017, 14.9224");
    }
}
