package nullaosta.mission.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.airspace.Position;
import nullaosta.party.Host;

/**
 * Positions as people write them: the name of a point or base of the host, degrees with N, S, E or W behind them, signed
 * degrees, or degrees and minutes as in a flight plan's item 15 (ICAO Doc 4444, appendix 2).
 */
public final class Points {

    private static final String DEGREES = "([0-9]{1,3}(?:\\.[0-9]{1,9})?)\\s*°?\\s*";
    private static final Pattern WORDED = Pattern
            .compile(DEGREES + "([NS])[\\s,/]*" + DEGREES + "([EW])", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED = Pattern
            .compile("([-+]?[0-9]{1,2}(?:\\.[0-9]{1,9})?)(?:\\s*,\\s*|\\s+)([-+]?[0-9]{1,3}(?:\\.[0-9]{1,9})?)");
    private static final Pattern PACKED = Pattern
            .compile("([0-9]{2})([0-9]{2})?([0-9]{2})?([NS])([0-9]{3})([0-9]{2})?([0-9]{2})?([EW])");

    private final Map<String, Position> named = new LinkedHashMap<>();

    public Points(Host host) {
        host.profile().points().forEach(point -> named.put(point.name(), point.position()));
        host.bases().values().forEach(base -> {
            named.put(base.code(), base.position());
            named.put(base.icao(), base.position());
        });
    }

    public Optional<Position> read(String text) {
        String line = text.strip().replace('−', '-').toUpperCase(Locale.ROOT);
        if (named.containsKey(line)) {
            return Optional.ofNullable(named.get(line));
        }
        Matcher packed = PACKED.matcher(line);
        if (packed.matches() && (packed.group(2) == null) == (packed.group(6) == null)
                && (packed.group(3) == null) == (packed.group(7) == null)) {
            return degrees(packed, 1).flatMap(latitude -> degrees(packed, 5).flatMap(longitude -> position(
                    packed.group(4).equals("S") ? -latitude : latitude,
                    packed.group(8).equals("W") ? -longitude : longitude)));
        }
        Matcher worded = WORDED.matcher(line);
        if (worded.matches()) {
            double latitude = Double.parseDouble(worded.group(1));
            double longitude = Double.parseDouble(worded.group(3));
            return position(worded.group(2).equals("S") ? -latitude : latitude,
                    worded.group(4).equals("W") ? -longitude : longitude);
        }
        Matcher signed = SIGNED.matcher(line);
        return signed.matches()
                ? position(Double.parseDouble(signed.group(1)), Double.parseDouble(signed.group(2)))
                : Optional.empty();
    }

    /** Minutes and seconds stop at 59. */
    private static Optional<Double> degrees(Matcher packed, int from) {
        int minutes = packed.group(from + 1) == null ? 0 : Integer.parseInt(packed.group(from + 1));
        int seconds = packed.group(from + 2) == null ? 0 : Integer.parseInt(packed.group(from + 2));
        return minutes > 59 || seconds > 59
                ? Optional.empty()
                : Optional.of(Integer.parseInt(packed.group(from)) + minutes / 60.0 + seconds / 3600.0);
    }

    private static Optional<Position> position(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(new Position(latitude, longitude))
                : Optional.empty();
    }

    String expected() {
        return "a point's or base's name such as " + named.keySet().stream().findFirst().orElse("DODUS")
                + ", or a position such as `37.40 N 015.00 E`";
    }

    /** The name of what lies exactly there, or degrees; {@link #read} gives the same position again. */
    String written(Position position) {
        return named.entrySet().stream().filter(each -> each.getValue().equals(position)).map(Map.Entry::getKey)
                .findFirst().orElseGet(() -> degrees(position.latitude(), "N", "S") + " "
                        + degrees(position.longitude(), "E", "W"));
    }

    private static String degrees(double degrees, String plus, String minus) {
        return BigDecimal.valueOf(Math.abs(degrees)).stripTrailingZeros().toPlainString() + " "
                + (degrees < 0 ? minus : plus);
    }
}
