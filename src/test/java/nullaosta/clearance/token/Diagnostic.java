package nullaosta.clearance.token;

import java.util.stream.Collectors;
import nullaosta.seal.Cbor;

/** CBOR as people read it (RFC 8949, clause 8), one entry of a map a line. */
final class Diagnostic {

    private Diagnostic() {
    }

    static String of(Cbor value, String indent) {
        return switch (value) {
            case Cbor.Int(long number) -> String.valueOf(number);
            case Cbor.Bytes bytes -> bytes.toString();
            case Cbor.Text(String text) -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case Cbor.Array array -> array.items().stream().map(item -> of(item, indent))
                    .collect(Collectors.joining(", ", "[", "]"));
            case Cbor.Table table -> table.entries().entrySet().stream()
                    .map(entry -> indent + "  " + of(entry.getKey(), "") + ": " + of(entry.getValue(), indent + "  "))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case Cbor.Tagged(long tag, Cbor inner) -> tag + "(" + of(inner, indent) + ")";
            case Cbor.Bool(boolean yes) -> String.valueOf(yes);
            case Cbor.Null() -> "null";
        };
    }
}
