package nullaosta.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * The area within a ring of corners joined by geodesics; the first corner is not repeated at the end.
 *
 * @param corners at least three, in either direction, no edge crossing another, within one side of the antimeridian
 */
public record Polygon(List<Position> corners) implements Area {

    public Polygon {
        corners = List.copyOf(corners);
        Optional<String> fault = fault(corners);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    /** What keeps these corners from being an area, in words; empty if nothing does. */
    public static Optional<String> fault(List<Position> corners) {
        if (corners.size() < 3) {
            return Optional.of("polygon with `" + corners.size() + "` corners; expected at least 3");
        }
        if (corners.getFirst().equals(corners.getLast())) {
            return Optional.of(
                    "polygon repeats its first corner at the end; expected each corner once: leave the last one out");
        }
        double west = corners.stream().mapToDouble(Position::longitude).min().orElseThrow();
        double east = corners.stream().mapToDouble(Position::longitude).max().orElseThrow();
        if (east - west > 180) {
            return Optional.of("polygon spans `" + (east - west)
                    + "` degrees of longitude; expected at most 180: split it at the antimeridian");
        }
        return crossing(corners).or(() -> crossing(border(corners).points()));
    }

    /** Looked for between the corners as they are read off a list, and between the geodesics that join them. */
    private static Optional<String> crossing(List<Position> points) {
        var invalid = new IsValidOp(new GeometryFactory().createPolygon(ring(points))).getValidationError();
        return invalid == null
                ? Optional.empty()
                : Optional.of("polygon crosses or touches itself near `"
                        + new Position(invalid.getCoordinate().y, invalid.getCoordinate().x).inWords()
                        + "`; expected edges that meet only at corners");
    }

    @Override
    public double metresOutside(Position position) {
        double distance = border(corners).distanceTo(position).metres();
        return contains(position) ? -distance : distance;
    }

    @Override
    public String inWords() {
        return "polygon of " + corners.size() + " corners from " + corners.getFirst().inWords();
    }

    @Override
    public List<Position> outline() {
        return border(corners).points();
    }

    private boolean contains(Position position) {
        Coordinate[] ring = ring(border(corners).points());
        return RayCrossingCounter.locatePointInRing(new Coordinate(position.longitude(), position.latitude()),
                ring) != Location.EXTERIOR;
    }

    private static GeodesicLine border(List<Position> corners) {
        List<Position> closed = new ArrayList<>(corners);
        closed.add(corners.getFirst());
        return GeodesicLine.through(closed);
    }

    private static Coordinate[] ring(List<Position> points) {
        List<Coordinate> ring = new ArrayList<>();
        points.forEach(point -> ring.add(new Coordinate(point.longitude(), point.latitude())));
        if (!ring.getFirst().equals(ring.getLast())) {
            ring.add(ring.getFirst());
        }
        return ring.toArray(Coordinate[]::new);
    }
}
