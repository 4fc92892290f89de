package nullaosta.agreement.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What of CEL the language has, and what to write instead of the rest. */
public final class Profile {

    /** The operators and macros of the language, as the reference lists them. */
    public static final java.util.List<String> OPERATORS = java.util.List.of("&&", "||", "!", "==", "!=", "<", "<=",
            ">", ">=", "+", "-", "in", "exists", "all");

    private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

    static {
        INSTEAD.put("has", "an absent fact makes the clause undetermined by itself: leave has() out");
        INSTEAD.put("_?_:_", "write two clauses, or (a && b) || (!a && c)");
        INSTEAD.put("_*_", "multiply once and declare the result as a parameter or a derived fact");
        INSTEAD.put("_/_", "divide once and declare the result as a parameter or a derived fact");
        INSTEAD.put("_%_", "counting and calendars are derived facts: declare one under vocabulary");
        INSTEAD.put("-_", "write 0 - x, or a negative number");
        INSTEAD.put("_[_]", "ask about all rows: list.exists(r, ...) or list.all(r, ...)");
        INSTEAD.put("map", "ask about the rows themselves: list.exists(r, ...) or list.all(r, ...)");
        INSTEAD.put("filter", "put the filter into the body: list.exists(r, filter && body)");
        INSTEAD.put("exists_one", "use exists, or declare a derived fact that counts");
        INSTEAD.put("size", "counting is a derived fact: declare one under vocabulary");
        INSTEAD.put("matches", "declare an enum with the names that matter");
        INSTEAD.put("timestamp", "declare it under params, so that it has a source");
        INSTEAD.put("duration", "declare it under params, so that it has a source");
        INSTEAD.put("date", "declare it under params, so that it has a source");
        INSTEAD.put("dyn", "every fact has one type; name the fact whose type fits");
    }

    private static final Map<String, String> SHOWN = Map.of("_?_:_", "?:", "_*_", "*", "_/_", "/", "_%_", "%", "-_",
            "-", "_[_]", "[]");

    private Profile() {
    }

    /** How a function of CEL is written by people. */
    static String shown(String function) {
        String sign = SHOWN.get(function);
        return sign != null ? sign : function + "()";
    }

    static String instead(String function) {
        String known = INSTEAD.get(function);
        if (known != null) {
            return known;
        }
        return function.startsWith("get")
                ? "calendars are derived facts: declare one under vocabulary"
                : "the language has " + String.join(" ", OPERATORS);
    }

    static Optional<Comparison> comparison(String function) {
        for (Comparison comparison : Comparison.values()) {
            if (function.equals("_" + comparison.sign() + "_")) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
