package nullaosta.seal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one spelling for each value, so that it can be hashed and signed (RFC 8785).
 *
 * <p>Values are Map (keys are strings), Collection, String, Long, Integer, Double, Boolean and null. Integers beyond
 * ±(2^53 − 1) have no exact JSON number and are refused, as are NaN, infinities and unpaired surrogates.
 */
public final class CanonicalJson {

    /** Largest integer that every JSON reader keeps exactly (RFC 7493, clause 2.2). */
    public static final long LARGEST_INTEGER = (1L << 53) - 1;

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {
    }

    /** The canonical bytes, UTF-8. @throws IllegalArgumentException for a value that JSON cannot carry */
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical text. @throws IllegalArgumentException for a value that JSON cannot carry */
    public static String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /**
     * Reads one JSON value strictly: no duplicate key, nothing after the value, at most 100 levels, valid UTF-8.
     *
     * @return the same kinds of values that {@link #bytes} takes: LinkedHashMap in the text's order, ArrayList, String,
     *         Long for an integer's spelling, Double for any other number, Boolean, null
     */
    public static @Nullable Object read(byte[] json) throws JsonFault {
        return new JsonReader(JsonReader.decode(json)).document();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean bool -> out.append(bool);
            case String text -> writeText(text, out);
            case Integer number -> out.append(number);
            case Long number -> out.append(exact(number));
            case Double number -> out.append(EcmaNumber.text(number));
            case Map<?, ?> map -> writeObject(map, out);
            case Collection<?> items -> writeArray(items, out);
            default -> throw new IllegalArgumentException("JSON cannot carry a " + value.getClass().getSimpleName());
        }
    }

    private static long exact(long number) {
        if (number > LARGEST_INTEGER || number < -LARGEST_INTEGER) {
            throw new IllegalArgumentException("JSON cannot carry the integer " + number + " exactly");
        }
        return number;
    }

    /** String's own order is that of UTF-16 code units, as RFC 8785 clause 3.2.3 asks. */
    private static void writeObject(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a JSON key is a string, not " + key);
            }
            sorted.put(name, value);
        });
        out.append('{');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(separator);
            separator = ",";
            writeText(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
        }
        out.append('}');
    }

    private static void writeArray(Collection<?> items, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            separator = ",";
            write(item, out);
        }
        out.append(']');
    }

    private static void writeText(String text, StringBuilder out) {
        int lone = loneSurrogate(text);
        if (lone >= 0) {
            throw new IllegalArgumentException("a string holds an unpaired surrogate at " + lone);
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Index of the first surrogate without its partner, or −1. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}
