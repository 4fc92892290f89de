package nullaosta.oversight.movements;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them; line ends may also be bare line feeds. */
final class CsvReader {

    /** @param line on which it begins, from 1 */
    record Line(int line, List<String> fields) {
        Line {
            fields = List.copyOf(fields);
        }
    }

    /** The text is none; where, and why. */
    static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Faulty(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
    }

    /** Every line that is not empty. */
    static List<Line> read(String text) throws Faulty {
        CsvReader reader = new CsvReader(text.replace("\r\n", "\n"));
        List<Line> lines = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            Line next = reader.next();
            if (!next.fields().equals(List.of(""))) {
                lines.add(next);
            }
        }
        return lines;
    }

    private Line next() throws Faulty {
        int begins = line;
        List<String> fields = new ArrayList<>(List.of(field()));
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        at++;
        line++;
        return new Line(begins, fields);
    }

    /** Up to a comma or the end of the line, which is left. */
    private String field() throws Faulty {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '"') {
                throw new Faulty(line, "found a quote within a field; expected the whole field in quotes, and a quote"
                        + " in it doubled");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws Faulty {
        int begins = line;
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
                line += c == '\n' ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else if (at == text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n') {
                return field.toString();
            } else {
                throw new Faulty(line, "found `" + text.charAt(at) + "` after a closing quote; expected a comma or the"
                        + " end of the line");
            }
        }
        throw new Faulty(begins, "found no end of the quotes; expected a closing quote");
    }
}
