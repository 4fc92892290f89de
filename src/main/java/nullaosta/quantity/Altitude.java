package nullaosta.quantity;

import java.util.Locale;

/**
 * A height with the datum it is measured from.
 *
 * @param metres height in metres, between −1,000 and 100,000
 * @param datum what it is measured from
 */
public record Altitude(double metres, Datum datum) {

    private static final double METRES_PER_FOOT = 0.3048;

    public Altitude {
        if (!(metres >= -1_000 && metres <= 100_000)) {
            throw new IllegalArgumentException("altitude `" + metres + "` m; expected −1000 to 100000 m");
        }
    }

    public static Altitude ofFeet(double feet, Datum datum) {
        return new Altitude(feet * METRES_PER_FOOT, datum);
    }

    public double feet() {
        return metres / METRES_PER_FOOT;
    }

    /** The heights above {@code other} that this height may stand for. */
    public Span in(Datum other) {
        return Span.between(datum, other, metres);
    }

    /** For people: {@code 5,486 m MSL (18,000 ft)}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%,.0f m %s (%,.0f ft)", metres, datum, feet());
    }

    /**
     * Lowest and highest height, in metres, that one height may have above another datum.
     *
     * <p>Ellipsoid and sea level differ by −107 to +86 m (EGM2008). A pressure altitude differs from height above
     * sea level by up to 550 m for sea-level pressures of 950 to 1050 hPa, and by a tenth of itself for air
     * warmer or colder than standard. Height above ground compares with nothing without a terrain model: the span
     * is unbounded, so whatever asks gets no definite answer.
     */
    public record Span(double lowestMetres, double highestMetres) {

        private static final double GEOID_LOWEST = -107;
        private static final double GEOID_HIGHEST = 86;
        private static final double PRESSURE_METRES = 550;
        private static final double TEMPERATURE_SHARE = 0.10;

        static Span between(Datum from, Datum to, double metres) {
            if (from == to) {
                return new Span(metres, metres);
            }
            if (from == Datum.AGL || to == Datum.AGL) {
                return new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            double low = metres - (from == Datum.WGS84 ? GEOID_HIGHEST : 0);
            double high = metres - (from == Datum.WGS84 ? GEOID_LOWEST : 0);
            if (from == Datum.STANDARD_PRESSURE) {
                double doubt = PRESSURE_METRES + TEMPERATURE_SHARE * Math.abs(metres);
                low -= doubt;
                high += doubt;
            } else if (to == Datum.STANDARD_PRESSURE) {
                low = pressure(low - PRESSURE_METRES, TEMPERATURE_SHARE);
                high = pressure(high + PRESSURE_METRES, -TEMPERATURE_SHARE);
            }
            return new Span(low + (to == Datum.WGS84 ? GEOID_LOWEST : 0),
                    high + (to == Datum.WGS84 ? GEOID_HIGHEST : 0));
        }

        /** The pressure altitude that with a share of itself added comes to so many metres. */
        private static double pressure(double metres, double share) {
            return metres / (1 + (metres >= 0 ? share : -share));
        }

        public Span widened(double metres) {
            return new Span(lowestMetres - metres, highestMetres + metres);
        }
    }
}
