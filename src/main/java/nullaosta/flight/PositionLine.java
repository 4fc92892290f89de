package nullaosta.flight;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/**
 * One position report as a line of JSON ({@code docs/reference/positions.md}).
 *
 * @param flight clearance number, 24-bit address or call sign: what the sender knows the aircraft by
 */
public record PositionLine(String flight, Fix fix) {

    private static final Set<String> FIELDS = Set.of("flight", "at", "latitude", "longitude", "accuracyMetres",
            "altitudeMetres", "datum", "altitudeAccuracyMetres");
    private static final double DEFAULT_ACCURACY = 30;
    private static final double DEFAULT_ALTITUDE_ACCURACY = 45;

    /** A report, or what is wrong with the line. */
    public sealed interface Result {
        record Read(PositionLine line) implements Result {}

        record Faulty(String words) implements Result {}
    }

    public static Result read(String json) {
        try {
            if (!(CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> fields)) {
                return new Result.Faulty("found no object, expected one a line");
            }
            TreeSet<String> unknown = new TreeSet<>();
            fields.keySet().forEach(field -> unknown.add(String.valueOf(field)));
            unknown.removeAll(FIELDS);
            if (!unknown.isEmpty()) {
                return new Result.Faulty("unknown field `" + unknown.first() + "`, expected "
                        + String.join(", ", new TreeSet<>(FIELDS)));
            }
            return new Result.Read(line(fields));
        } catch (JsonFault | IllegalArgumentException e) {
            return new Result.Faulty(String.valueOf(e.getMessage()));
        }
    }

    private static PositionLine line(Map<?, ?> fields) {
        Position position = new Position(number(fields, "latitude"), number(fields, "longitude"));
        Altitude altitude = new Altitude(number(fields, "altitudeMetres"), datum(text(fields, "datum")));
        Fix fix = new Fix(instant(text(fields, "at")), position,
                new Distance(
                        fields.containsKey("accuracyMetres") ? number(fields, "accuracyMetres") : DEFAULT_ACCURACY),
                altitude, fields.containsKey("altitudeAccuracyMetres")
                        ? number(fields, "altitudeAccuracyMetres")
                        : DEFAULT_ALTITUDE_ACCURACY);
        return new PositionLine(text(fields, "flight"), fix);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "at `" + text + "`, expected an instant with zone such as `2016-03-01T18:00:00Z`", e);
        }
    }

    private static Datum datum(String word) {
        for (Datum datum : Datum.values()) {
            if (datum.name().equals(word)) {
                return datum;
            }
        }
        throw new IllegalArgumentException(
                "datum `" + word + "`, expected one of WGS84, MSL, STANDARD_PRESSURE, AGL");
    }

    private static String text(Map<?, ?> fields, String field) {
        if (fields.get(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("no text `" + field + "`, expected one");
    }

    private static double number(Map<?, ?> fields, String field) {
        if (fields.get(field) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("no number `" + field + "`, expected one");
    }
}
