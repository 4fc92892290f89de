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
 * up to 60° of latitude and below 3 m up to 80°.
 */
record GeodesicLine(List<Position> points) {

    static final double STEP_METRES = 5_000;
    /** IUGG mean radius, metres. */
    private static final double MEAN_RADIUS = 6_371_008.8;
    private static final double SPHERE_DOUBT = 0.006;
    private static final double PLANE_METRES = 1_000_000;

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
     * Shortest distance to the line, right to a metre within 1,000 km; farther away it is that to the nearest of its
     * points. Holds at the poles and across the antimeridian.
     *
     * <p>Near segments are laid into the plane that keeps distance and direction from {@code position} (azimuthal
     * equidistant); which are near is found on a sphere, wrong by no more than 0.6 %.
     */
    Distance distanceTo(Position position) {
        double[] rough = new double[points.size()];
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rough.length; i++) {
            rough[i] = onSphere(position, points.get(i));
            nearest = Math.min(nearest, rough[i]);
        }
        double near = nearest * (1 + 2 * SPHERE_DOUBT) + STEP_METRES;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < rough.length; i++) {
            if (Math.min(rough[i - 1], rough[i]) <= near) {
                best = Math.min(best, toSegment(position, points.get(i - 1), points.get(i)));
            }
        }
        return new Distance(best);
    }

    private static double onSphere(Position a, Position b) {
        double north = Math.sin(Math.toRadians(b.latitude() - a.latitude()) / 2);
        double east = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double half = north * north + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude())) * east * east;
        return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    private static double toSegment(Position from, Position a, Position b) {
        var toA = Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), a.latitude(), a.longitude());
        var toB = Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), b.latitude(), b.longitude());
        if (Math.min(toA.s12, toB.s12) > PLANE_METRES) {
            return Math.min(toA.s12, toB.s12);
        }
        double bearingA = Math.toRadians(toA.azi1);
        double bearingB = Math.toRadians(toB.azi1);
        return toSegment(toA.s12 * Math.sin(bearingA), toA.s12 * Math.cos(bearingA), toB.s12 * Math.sin(bearingB),
                toB.s12 * Math.cos(bearingB));
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
