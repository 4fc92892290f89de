package nullaosta.airspace;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import nullaosta.quantity.Distance;

/**
 * A line through given points, each pair joined by the geodesic between them.
 *
 * <p>A straight line in latitude and longitude leaves the geodesic by 4.9 km over 500 km at 45° N, so that edges are cut
 * into steps of at most {@value #STEP_METRES} m before anything planar looks at them; a step's own error is below 1 m
 * up to 70° of latitude.
 */
record GeodesicLine(List<Position> points) {

    static final double STEP_METRES = 5_000;
    private static final double METRES_PER_DEGREE = 111_195;

    GeodesicLine {
        points = List.copyOf(points);
    }

    static GeodesicLine through(List<Position> corners) {
        List<Position> points = new ArrayList<>();
        points.add(corners.getFirst());
        for (int i = 1; i < corners.size(); i++) {
            Position from = corners.get(i - 1);
            Position to = corners.get(i);
            var line = Geodesic.WGS84.InverseLine(from.latitude(), from.longitude(), to.latitude(), to.longitude());
            int steps = Math.max(1, (int) Math.ceil(line.Distance() / STEP_METRES));
            for (int step = 1; step < steps; step++) {
                var at = line.Position(line.Distance() * step / steps);
                points.add(new Position(at.lat2, at.lon2));
            }
            points.add(to);
        }
        return new GeodesicLine(points);
    }

    /**
     * Shortest distance to the line, in a plane that touches the ellipsoid at {@code position}: right to a few metres
     * within 50 km; farther away it only has to be large, and is.
     */
    Distance distanceTo(Position position) {
        double eastScale = METRES_PER_DEGREE * Math.cos(Math.toRadians(position.latitude()));
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            Position a = points.get(i - 1);
            Position b = points.get(i);
            best = Math.min(best,
                    toSegment((a.longitude() - position.longitude()) * eastScale,
                            (a.latitude() - position.latitude()) * METRES_PER_DEGREE,
                            (b.longitude() - position.longitude()) * eastScale,
                            (b.latitude() - position.latitude()) * METRES_PER_DEGREE));
        }
        return new Distance(best);
    }

    /** Distance in metres from the origin to the segment a–b. */
    private static double toSegment(double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length, 0, 1);
        return Math.hypot(ax + along * dx, ay + along * dy);
    }
}
