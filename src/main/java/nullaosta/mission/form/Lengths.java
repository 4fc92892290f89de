package nullaosta.mission.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A unit in which lengths or heights are typed.
 *
 * @param unit as the form names it
 * @param words as people say it
 * @param metres in one of it
 */
record Lengths(String unit, String words, BigDecimal metres) {

    /** One foot, and one nautical mile (ICAO Annex 5). */
    static final Lengths FOOT = new Lengths("ft", "feet", new BigDecimal("0.3048"));
    static final Lengths LEVEL = new Lengths("FL", "as a flight level", new BigDecimal("30.48"));
    static final Lengths MILE = new Lengths("NM", "nautical miles", new BigDecimal("1852"));
    static final Lengths KILOMETRE = new Lengths("km", "kilometres", new BigDecimal("1000"));
    static final Lengths METRE = new Lengths("m", "metres", BigDecimal.ONE);

    /** Digits behind the point at which a length counts as one that somebody typed in this unit. */
    private static final int TYPED_DIGITS = 1;

    static Lengths reach(String unit) {
        return switch (unit) {
            case "km" -> KILOMETRE;
            case "m" -> METRE;
            default -> MILE;
        };
    }

    static Lengths height(String unit) {
        return switch (unit) {
            case "m" -> METRE;
            case "FL" -> LEVEL;
            default -> FOOT;
        };
    }

    /** The unit in which a length was probably typed: the first in which it is short. */
    static Lengths ofReach(double metres) {
        return List.of(MILE, KILOMETRE).stream().filter(unit -> unit.in(metres, TYPED_DIGITS)).findFirst()
                .orElse(METRE);
    }

    static Lengths ofHeights(double floorMetres, double ceilingMetres) {
        return FOOT.in(floorMetres, 0) && FOOT.in(ceilingMetres, 0) ? FOOT : METRE;
    }

    private boolean in(double length, int digits) {
        BigDecimal exact = BigDecimal.valueOf(length);
        return exact.divide(metres, digits, RoundingMode.HALF_EVEN).multiply(metres).compareTo(exact) == 0;
    }

    /** As it is typed in this unit; {@link #inMetres} gives the same length again. */
    String written(double length) {
        return plain(BigDecimal.valueOf(length).divide(metres, 9, RoundingMode.HALF_EVEN));
    }

    double inMetres(BigDecimal typed) {
        return typed.multiply(metres).doubleValue();
    }

    /** The least or the most that may be typed in this unit, rounded to the safe side. */
    String limit(double length, RoundingMode inwards) {
        return plain(BigDecimal.valueOf(length).divide(metres, 0, inwards));
    }

    static String plain(BigDecimal number) {
        return number.compareTo(BigDecimal.ZERO) == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
