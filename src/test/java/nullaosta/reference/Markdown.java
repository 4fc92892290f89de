package nullaosta.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The documentation's files, and their tables as rows of cells. */
public final class Markdown {

    private static final Set<String> NOT_OURS = Set.of("target", "data", ".git");

    private Markdown() {
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of("docs", file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every Markdown file of the repository. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(
                    file -> file.toString().endsWith(".md") && !NOT_OURS.contains(file.getName(0).toString()))
                    .sorted().toList();
        }
    }

    /** Rows of the table whose first heading is this one, or whose first headings are these, without backquotes. */
    public static List<List<String>> table(String file, String heading) {
        List<String> lines = text(file).lines().toList();
        int start = -1;
        for (int i = 0; i < lines.size() && start < 0; i++) {
            start = lines.get(i).startsWith("| " + heading + " |") ? i + 2 : -1;
        }
        if (start < 0) {
            throw new AssertionError("no table `" + heading + "` in " + file);
        }
        return lines.stream().skip(start).takeWhile(line -> line.startsWith("|")).map(Markdown::cells).toList();
    }

    /** The first cell of each row. */
    static List<String> first(String file, String heading) {
        return table(file, heading).stream().map(List::getFirst).toList();
    }

    /** Some of the cells of each row. */
    static List<List<String>> columns(List<List<String>> rows, int... wanted) {
        return rows.stream().map(row -> Arrays.stream(wanted).mapToObj(row::get).toList()).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(cell -> cell.strip().replace("`", "")).toList();
    }
}
