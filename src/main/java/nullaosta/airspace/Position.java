package nullaosta.airspace;

import java.util.Locale;
import net.sf.geographiclib.Geodesic;
import nullaosta.quantity.Distance;

/**
 * A point on the WGS-84 ellipsoid, held to 1e-7 degrees (about 1 cm) so that a replay judges the same bits.
 *
 * @param latitude degrees, north positive, −90 to 90
 * @param longitude degrees, east positive, −180 to 180
 */
public record Position(double latitude, double longitude) {

    private static final double STEPS_PER_DEGREE = 1e7;

    public Position {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude `" + latitude + "`; expected −90 to 90 degrees");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude `" + longitude + "`; expected −180 to 180 degrees");
        }
        latitude = Math.rint(latitude * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
        longitude = Math.rint(longitude * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    /** Along the geodesic. */
    public Distance distanceTo(Position other) {
        return new Distance(Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude).s12);
    }

    /** Degrees from north, clockwise, at this end of the geodesic. */
    public double bearingTo(Position other) {
        return Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude).azi1;
    }

    /** The point reached along the geodesic that leaves at {@code bearing} degrees from north. */
    public Position towards(double bearing, Distance distance) {
        var line = Geodesic.WGS84.Direct(latitude, longitude, bearing, distance.metres());
        return new Position(line.lat2, line.lon2);
    }

    /** For people and for copying: {@code 37.4017, 14.9224}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
    }
}
