package nullaosta.oversight.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A count of a past month that differs from what was published before.
 *
 * @param before day of the snapshot that said {@code was}
 * @param on     day of the one that says {@code now}
 * @param month  or months that are told together
 * @param about  {@code refused}; empty for all flights of the month
 */
public record Restatement(LocalDate before, LocalDate on, String month, String about, int was, int now) {

    /** What was published on a day, as {@link FiguresFile} has it. */
    public record Snapshot(LocalDate day, String file) {}

    /** @param snapshots oldest first */
    public static List<Restatement> of(List<Snapshot> snapshots) {
        List<Restatement> all = new ArrayList<>();
        for (int i = snapshots.size() - 1; i > 0; i--) {
            all.addAll(between(snapshots.get(i - 1), snapshots.get(i)));
        }
        return all;
    }

    /** Months and categories that are told together otherwise than before cannot be compared, nor what is hidden. */
    private static List<Restatement> between(Snapshot before, Snapshot on) {
        if (before.file().equals(on.file())) {
            return List.of();
        }
        Map<Map<Dimension, String>, String> was = FiguresFile.read(before.file());
        Map<Map<Dimension, String>, String> now = FiguresFile.read(on.file());
        Set<Map<Dimension, String>> lines = new LinkedHashSet<>(was.keySet());
        lines.addAll(now.keySet());
        List<Restatement> found = new ArrayList<>();
        for (Map<Dimension, String> line : lines) {
            String month = line.getOrDefault(Dimension.MONTH, "");
            if (month.isEmpty() || !past(month, before.day()) || regrouped(month, was, now)
                    || !alike(line, was, now)) {
                continue;
            }
            String older = was.getOrDefault(line, "0");
            String newer = now.getOrDefault(line, "0");
            if (!older.equals(newer) && !older.equals("hidden") && !newer.equals("hidden")) {
                String about = line.entrySet().stream().filter(it -> it.getKey() != Dimension.MONTH)
                        .map(Map.Entry::getValue).collect(Collectors.joining(", "));
                found.add(new Restatement(before.day(), on.day(), month, about, Integer.parseInt(older),
                        Integer.parseInt(newer)));
            }
        }
        return found;
    }

    private static boolean past(String month, LocalDate day) {
        return Merging.span(month).getLast().isBefore(YearMonth.from(day));
    }

    /** Whether some of its months stand in another span on one of the days. */
    private static boolean regrouped(String month, Map<Map<Dimension, String>, String> was,
            Map<Map<Dimension, String>, String> now) {
        Set<String> spans = new HashSet<>(categories(was, Dimension.MONTH));
        spans.addAll(categories(now, Dimension.MONTH));
        return spans.stream().anyMatch(other -> !other.equals(month) && overlap(month, other));
    }

    private static boolean overlap(String one, String other) {
        return !Merging.span(one).getLast().isBefore(Merging.span(other).getFirst())
                && !Merging.span(other).getLast().isBefore(Merging.span(one).getFirst());
    }

    /** Whether the categories beside the month's are the same on both days. */
    private static boolean alike(Map<Dimension, String> line, Map<Map<Dimension, String>, String> was,
            Map<Map<Dimension, String>, String> now) {
        return line.keySet().stream().filter(it -> it != Dimension.MONTH)
                .allMatch(it -> categories(was, it).equals(categories(now, it)));
    }

    private static Set<String> categories(Map<Map<Dimension, String>, String> lines, Dimension dimension) {
        return lines.keySet().stream().filter(line -> line.size() == 1 && line.containsKey(dimension))
                .map(line -> line.getOrDefault(dimension, "")).collect(Collectors.toSet());
    }

    /** For programs. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("on", on.toString());
        map.put("before", before.toString());
        map.put("month", month);
        map.put("about", about);
        map.put("was", was);
        map.put("now", now);
        return map;
    }
}
