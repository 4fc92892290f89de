package nullaosta.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;

/**
 * How a simulated aircraft flies: out along a line and back, climbing to its cruise, and if it is to stray, sideways
 * from a moment on and back again. Where it is depends on the time since take-off alone.
 *
 * @param line           from the base outwards
 * @param metresPerSecond over the ground
 * @param cruiseMetres   above mean sea level
 * @param length         from take-off until landing
 * @param straysAfter    when it leaves the line, if it does
 * @param revokedAfter   when its clearance is revoked, if it is
 */
record Sortie(List<Position> line, double metresPerSecond, double cruiseMetres, Duration length,
        Optional<Duration> straysAfter, Optional<Duration> revokedAfter) {

    private static final double CLIMB_METRES_PER_SECOND = 8;
    private static final Duration STRAYING = Duration.ofMinutes(6);
    private static final double FARTHEST_ASTRAY = 40_000;
    private static final Distance ACCURACY = new Distance(30);
    private static final double ALTITUDE_ACCURACY = 45;

    Sortie {
        line = List.copyOf(line);
        if (line.size() < 2) {
            throw new IllegalArgumentException("a sortie needs a line of at least 2 points");
        }
    }

    /** Where it is at {@code at}, not before its take-off. */
    Fix at(Instant takenOffAt, Instant at) {
        double seconds = Duration.between(takenOffAt, at).toMillis() / 1_000.0;
        double whole = length.toSeconds();
        double flown = metresPerSecond * Math.min(seconds, Math.max(0, whole - seconds));
        double height = Math.min(cruiseMetres, CLIMB_METRES_PER_SECOND * Math.min(seconds, whole - seconds));
        return new Fix(at, astray(along(flown), seconds), ACCURACY, new Altitude(Math.max(50, height), Datum.MSL),
                ALTITUDE_ACCURACY);
    }

    /** A point and the direction of the line there, in degrees from north. */
    private record Course(Position position, double bearing) {}

    private Course along(double metres) {
        double left = metres;
        for (int i = 1; i < line.size(); i++) {
            Position from = line.get(i - 1);
            double leg = from.distanceTo(line.get(i)).metres();
            double bearing = from.bearingTo(line.get(i));
            if (left <= leg) {
                return new Course(from.towards(bearing, new Distance(left)), bearing);
            }
            left -= leg;
        }
        return new Course(line.getLast(), line.get(line.size() - 2).bearingTo(line.getLast()));
    }

    private Position astray(Course course, double seconds) {
        double since = straysAfter.map(start -> seconds - start.toSeconds()).orElse(-1.0);
        if (since <= 0 || since >= STRAYING.toSeconds()) {
            return course.position();
        }
        double aside = Math.min(FARTHEST_ASTRAY,
                3 * metresPerSecond * Math.min(since, STRAYING.toSeconds() - since));
        return course.position().towards(course.bearing() + 90, new Distance(aside));
    }
}
