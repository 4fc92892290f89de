package nullaosta.agreement.text;

import java.util.Objects;

/**
 * Where something stands in a file.
 *
 * @param line       counted from 1; 0 when the whole file is meant
 * @param column     counted from 1, in code points
 * @param sourceLine the line as it stands in the file, empty when the whole file is meant
 */
public record Place(String file, int line, int column, String sourceLine) {

    public Place {
        Objects.requireNonNull(file);
        Objects.requireNonNull(sourceLine);
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column are not negative");
        }
    }

    public static Place ofFile(String file) {
        return new Place(file, 0, 0, "");
    }

    /** The place that many code points further on the same line. */
    public Place shifted(int columns) {
        return new Place(file, line, column + columns, sourceLine);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
