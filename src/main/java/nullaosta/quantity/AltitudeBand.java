package nullaosta.quantity;

import java.util.Locale;

/**
 * From a floor to a ceiling, both included, above one datum.
 *
 * @param floorMetres lower bound in metres above {@code datum}
 * @param ceilingMetres upper bound in metres above {@code datum}
 */
public record AltitudeBand(double floorMetres, double ceilingMetres, Datum datum) {

    public AltitudeBand {
        if (!(floorMetres <= ceilingMetres)) {
            throw new IllegalArgumentException(
                    "altitude band from `" + floorMetres + "` to `" + ceilingMetres + "` m; expected floor ≤ ceiling");
        }
    }

    /** Whether the band holds a height known to {@code accuracyMetres}; undetermined where the datum leaves it open. */
    public Judgement holds(Altitude altitude, double accuracyMetres) {
        Altitude.Span span = altitude.in(datum).widened(accuracyMetres);
        if (span.lowestMetres() >= floorMetres && span.highestMetres() <= ceilingMetres) {
            return Judgement.INSIDE;
        }
        if (span.highestMetres() < floorMetres || span.lowestMetres() > ceilingMetres) {
            return Judgement.OUTSIDE;
        }
        return Judgement.UNDETERMINED;
    }

    /** Whether all heights of {@code other} lie within this one. */
    public Judgement holds(AltitudeBand other) {
        return holds(new Altitude(other.floorMetres, other.datum), 0)
                .and(holds(new Altitude(other.ceilingMetres, other.datum), 0));
    }

    /** For people: {@code 3,000–6,000 m MSL}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%,.0f–%,.0f m %s", floorMetres, ceilingMetres, datum);
    }
}
