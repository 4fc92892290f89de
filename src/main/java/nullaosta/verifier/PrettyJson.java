package nullaosta.verifier;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nullaosta.seal.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** JSON for people too: in the order in which it is told, indented by two, lists in one line. */
final class PrettyJson {

    private PrettyJson() {
    }

    static String text(Map<?, ?> map) {
        return object(map, "");
    }

    private static String value(@Nullable Object value, String indent) {
        return switch (value) {
            case Map<?, ?> map -> object(map, indent);
            case Collection<?> items when items.isEmpty() -> "[ ]";
            case Collection<?> items -> items.stream().map(item -> value(item, indent))
                    .collect(Collectors.joining(", ", "[ ", " ]"));
            case null, default -> CanonicalJson.text(value);
        };
    }

    private static String object(Map<?, ?> map, String indent) {
        return map.isEmpty()
                ? "{ }"
                : map.entrySet().stream()
                        .map(it -> indent + "  " + CanonicalJson.text(it.getKey()) + " : "
                                + value(it.getValue(), indent + "  "))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }
}
