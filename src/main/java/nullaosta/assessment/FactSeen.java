package nullaosta.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Fact;

/**
 * A fact as it stood when it was looked at; needs no vocabulary to be read again.
 *
 * @param value  as JSON has it; empty while the fact was absent
 * @param origin where the value comes from, or why there is none
 */
public record FactSeen(String name, Optional<Object> value, String origin) {

    static FactSeen of(String name, Fact fact) {
        return switch (fact) {
            case Fact.Known(var value, String origin) -> new FactSeen(name, Optional.of(value.plain()), origin);
            case Fact.Absent(String why) -> new FactSeen(name, Optional.empty(), why);
        };
    }

    public boolean known() {
        return value.isPresent();
    }

    /** The value as a facts file writes it; "absent" without one. */
    public String written() {
        return value.map(FactSeen::written).orElse("absent");
    }

    private static String written(Object plain) {
        return switch (plain) {
            case List<?> list -> "[" + String.join(", ", list.stream().map(FactSeen::written).toList()) + "]";
            case Map<?, ?> map -> "{" + String.join(", ",
                    map.entrySet().stream().map(e -> e.getKey() + ": " + written(e.getValue())).toList()) + "}";
            default -> String.valueOf(plain);
        };
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value.isPresent()) {
            map.put("value", value.get());
            map.put("origin", origin);
        } else {
            map.put("absent", origin);
        }
        return map;
    }
}
