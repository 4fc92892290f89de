package nullaosta.quantity;

import java.util.Locale;

/** A length along the ground, in metres, not negative. */
public record Distance(double metres) implements Comparable<Distance> {

    private static final double METRES_PER_NAUTICAL_MILE = 1_852;

    public Distance {
        if (!(metres >= 0 && metres <= 50_000_000)) {
            throw new IllegalArgumentException("distance `" + metres + "` m; expected 0 to 50000000 m");
        }
    }

    public static Distance ofNauticalMiles(double miles) {
        return new Distance(miles * METRES_PER_NAUTICAL_MILE);
    }

    public double nauticalMiles() {
        return metres / METRES_PER_NAUTICAL_MILE;
    }

    @Override
    public int compareTo(Distance other) {
        return Double.compare(metres, other.metres);
    }

    /** For people: {@code 450 m}, {@code 5.2 km}. */
    public String inWords() {
        return metres < 1_000
                ? String.format(Locale.ROOT, "%.0f m", metres)
                : String.format(Locale.ROOT, "%.1f km", metres / 1_000);
    }
}
