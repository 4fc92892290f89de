package nullaosta.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables of the documentation, as rows of cells. */
final class Markdown {

    private Markdown() {
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of("docs", file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Rows of the table whose first heading is this one, without backquotes. */
    static List<List<String>> table(String file, String heading) {
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

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(cell -> cell.strip().replace("`", "")).toList();
    }
}
