package nullaosta.agreement.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One thing wrong in a file: where, what was found and expected, and what to try. */
public record Problem(Place place, String message, String help) {

    /** Longest part of a source line that is shown; a hostile file can have one line of a megabyte. */
    private static final int SHOWN = 110;

    /** Longest message and longest help: both may quote the file. */
    private static final int TOLD = 400;

    public Problem {
        Objects.requireNonNull(place);
        message = shortened(Objects.requireNonNull(message));
        help = shortened(Objects.requireNonNull(help));
    }

    private static String shortened(String text) {
        return text.length() <= TOLD ? text : text.substring(0, text.offsetByCodePoints(0, TOLD / 2)) + " …";
    }

    /** Place and message, then the source line with a caret, then the help; each on lines of its own. */
    public String inFull() {
        StringBuilder text = new StringBuilder().append(place).append(": ").append(message);
        if (!place.sourceLine().isBlank()) {
            int[] points = place.sourceLine().codePoints().toArray();
            int caret = Math.min(Math.max(place.column() - 1, 0), points.length);
            int from = caret < SHOWN ? 0 : caret - SHOWN / 2;
            String shown = new String(points, from, Math.min(points.length - from, SHOWN)).replace('\t', ' ');
            text.append("\n  ").append(shown.stripTrailing());
            text.append("\n  ").append(" ".repeat(caret - from)).append('^');
        }
        if (!help.isEmpty()) {
            text.append("\n  help: ").append(help);
        }
        return text.toString();
    }

    /** The same for programs: file, line, column, message, help. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", place.file());
        map.put("line", place.line());
        map.put("column", place.column());
        map.put("message", message);
        map.put("help", help);
        return map;
    }
}
