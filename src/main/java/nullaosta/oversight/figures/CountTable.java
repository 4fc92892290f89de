package nullaosta.oversight.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Flights by two dimensions at once, with the sums of rows and columns told in full.
 *
 * <p>A cell of one or two flights is hidden, and with it three more: another of its row and another of its column, neither
 * empty, and the one across from it. So one flight more in the cell, one less in the second and third, one more in the
 * fourth is another table with the same sums and the same cells told. Which of the two it is, nobody can compute.
 *
 * @param cells by row, then by column
 */
public record CountTable(Dimension down, Dimension across, List<String> rows, List<String> columns,
        List<List<Count>> cells) {

    public CountTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * @param counts whose rows and columns each stand for at least three flights
     */
    static CountTable of(Dimension down, Dimension across, List<String> rows, List<String> columns, int[][] counts) {
        boolean[][] hidden = hidden(counts, rows.size(), columns.size());
        return new CountTable(down, across, rows, columns, IntStream.range(0, rows.size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(column -> hidden[row][column] ? Count.HIDDEN : Count.of(counts[row][column]))
                        .toList())
                .toList());
    }

    private static boolean[][] hidden(int[][] counts, int rows, int columns) {
        boolean[][] hidden = new boolean[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (Count.small(counts[row][column])) {
                    int beside = beside(counts[row], hidden[row], column);
                    int below = beside(column(counts, column), column(hidden, column), row);
                    for (int[] cell : new int[][]{{row, column}, {row, beside}, {below, column}, {below, beside}}) {
                        hidden[cell[0]][cell[1]] = true;
                    }
                }
            }
        }
        return hidden;
    }

    /** Of the others that are not empty one that is hidden already, else the smallest. */
    private static int beside(int[] line, boolean[] hidden, int own) {
        int best = -1;
        for (int i = 0; i < line.length; i++) {
            if (i != own && line[i] > 0 && (best < 0 || cost(line, hidden, i) < cost(line, hidden, best))) {
                best = i;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("a line of the table stands for fewer than three flights: "
                    + Arrays.toString(line));
        }
        return best;
    }

    private static int cost(int[] line, boolean[] hidden, int i) {
        return hidden[i] ? 0 : line[i];
    }

    private static int[] column(int[][] counts, int column) {
        return Arrays.stream(counts).mapToInt(row -> row[column]).toArray();
    }

    private static boolean[] column(boolean[][] hidden, int column) {
        boolean[] line = new boolean[hidden.length];
        for (int row = 0; row < hidden.length; row++) {
            line[row] = hidden[row][column];
        }
        return line;
    }
}
