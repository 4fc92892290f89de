package nullaosta.oversight.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Brings categories together until each stands for at least three flights. */
final class Merging {

    static final String OTHER = "other";

    private Merging() {
    }

    /**
     * Small categories become {@code other}, and with them the next smallest until that is no longer small.
     *
     * @return under which name each category is told
     */
    static Map<String, String> categories(Map<String, Integer> counts) {
        Map<String, String> names = new HashMap<>();
        int merged = 0;
        boolean any = false;
        for (String category : counts.keySet().stream()
                .sorted(Comparator.<String>comparingInt(it -> counts.getOrDefault(it, 0)).thenComparing(it -> it))
                .toList()) {
            int count = counts.getOrDefault(category, 0);
            boolean takes = Count.small(count) || any && merged < Count.FEWEST;
            merged += takes ? count : 0;
            any |= takes;
            names.put(category, takes ? OTHER : category);
        }
        return names;
    }

    /** Months are told together with those that follow, and the last with those before. */
    static Map<String, String> months(SortedMap<String, Integer> counts) {
        List<List<String>> spans = new ArrayList<>();
        List<String> span = new ArrayList<>();
        int inSpan = 0;
        for (Map.Entry<String, Integer> month : counts.entrySet()) {
            span.add(month.getKey());
            inSpan += month.getValue();
            if (inSpan >= Count.FEWEST) {
                spans.add(span);
                span = new ArrayList<>();
                inSpan = 0;
            }
        }
        if (!span.isEmpty()) {
            if (spans.isEmpty()) {
                spans.add(span);
            } else {
                spans.getLast().addAll(span);
            }
        }
        Map<String, String> names = new HashMap<>();
        spans.forEach(it -> it.forEach(month -> names.put(month, name(it))));
        return names;
    }

    private static String name(List<String> span) {
        return span.size() == 1 ? span.getFirst() : span.getFirst() + " to " + span.getLast();
    }

    /** First and last month of a span as it is told. */
    static List<YearMonth> span(String name) {
        List<String> parts = List.of(name.split(" to ", -1));
        return List.of(YearMonth.parse(parts.getFirst()), YearMonth.parse(parts.getLast()));
    }
}
