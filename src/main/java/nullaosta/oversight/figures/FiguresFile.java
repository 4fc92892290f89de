package nullaosta.oversight.figures;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Figures as a file of comma-separated values (RFC 4180), one count a line: what it is about, or {@code *} for all, and how
 * many flights. The same file is kept as the day's snapshot.
 */
public final class FiguresFile {

    public static final String HEADER = "month,state,purpose,lane,outcome,count";

    private FiguresFile() {
    }

    public static String write(Figures figures) {
        StringBuilder file = new StringBuilder(HEADER).append("\r\n");
        line(file, Map.of(), figures.asked());
        figures.totals().forEach((dimension, counts) -> counts
                .forEach((category, count) -> line(file, Map.of(dimension, category), Count.of(count))));
        for (CountTable table : figures.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    line(file, Map.of(table.down(), table.rows().get(row), table.across(), table.columns().get(column)),
                            table.cells().get(row).get(column));
                }
            }
        }
        return file.toString();
    }

    private static void line(StringBuilder file, Map<Dimension, String> about, Count count) {
        for (Dimension dimension : Dimension.values()) {
            file.append(quoted(about.getOrDefault(dimension, "*"))).append(',');
        }
        file.append(count).append("\r\n");
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** What each line is about, without {@code *}, and its count, of a file written here. */
    static Map<Map<Dimension, String>, String> read(String file) {
        Map<Map<Dimension, String>, String> counts = new LinkedHashMap<>();
        for (String line : file.lines().skip(1).toList()) {
            List<String> fields = fields(line);
            Map<Dimension, String> about = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.values()) {
                if (!fields.get(dimension.ordinal()).equals("*")) {
                    about.put(dimension, fields.get(dimension.ordinal()));
                }
            }
            counts.put(about, fields.getLast());
        }
        return counts;
    }

    /** No category has a line break; a comma outside quotes is one with an even number of quotes after it. */
    private static List<String> fields(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream()
                .map(field -> field.startsWith("\"")
                        ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                        : field)
                .collect(Collectors.toList());
    }
}
