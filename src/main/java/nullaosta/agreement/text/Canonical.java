package nullaosta.agreement.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes a hash of terms or vocabulary is taken over: JSON of strings, lists and maps, keys sorted, no space, as
 * RFC 8785 writes them. Comments, quotes and layout of the file do not change them; every word does.
 */
public final class Canonical {

    private Canonical() {
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(Object content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String text(Object content) {
        StringBuilder out = new StringBuilder();
        write(content, out);
        return out.toString();
    }

    private static void write(Object content, StringBuilder out) {
        switch (content) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
                String comma = "{";
                for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                    out.append(comma);
                    string(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    comma = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(list.get(i), out);
                }
                out.append(']');
            }
            case String text -> string(text, out);
            default -> throw new IllegalArgumentException("only strings, lists and maps have canonical bytes");
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
