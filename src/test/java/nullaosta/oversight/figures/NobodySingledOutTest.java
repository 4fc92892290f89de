package nullaosta.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No count that is told stands for one or two flights, and none of those can be computed from what is told. */
class NobodySingledOutTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Figures figures(List<CountedFlight> flights) {
        return Figures.of(flights, any -> Optional.empty(), NOW);
    }

    /** Whatever was flown: a hidden small cell has another value under which all that is told stays as it is. */
    @Test
    void whatIsHiddenCannotBeComputedFromTheSums() {
        Random random = new Random(185);
        int hidden = 0;
        for (int round = 0; round < 400; round++) {
            List<CountedFlight> flights = Flights.random(random);
            Figures figures = figures(flights);
            if (flights.size() < 3) {
                assertThat(figures.tables()).isEmpty();
                continue;
            }
            for (Dimension dimension : Dimension.values()) {
                assertThat(figures.total(dimension).values()).as(dimension.name()).allMatch(count -> count >= 3)
                        .satisfies(counts -> assertThat(counts.stream().mapToInt(it -> it).sum())
                                .isEqualTo(flights.size()));
            }
            for (CountTable table : figures.tables()) {
                int[][] counts = counts(table, flights);
                for (int row = 0; row < counts.length; row++) {
                    for (int column = 0; column < counts[row].length; column++) {
                        Count told = table.cells().get(row).get(column);
                        if (told.told().isPresent()) {
                            assertThat(told.told().getAsInt()).isEqualTo(counts[row][column])
                                    .matches(number -> number == 0 || number >= 3);
                        } else if (Count.small(counts[row][column])) {
                            hidden++;
                            assertThat(another(table, counts, row, column)).as("%s %s", table, flights.size())
                                    .isTrue();
                        }
                    }
                }
            }
        }
        assertThat(hidden).as("cells that were tried").isGreaterThan(1_000);
    }

    /** Whether a table with one flight more in the cell has the same sums and the same cells told. */
    private static boolean another(CountTable table, int[][] counts, int row, int column) {
        return IntStream.range(0, counts.length).filter(other -> other != row).anyMatch(other -> IntStream
                .range(0, counts[row].length).filter(beside -> beside != column)
                .anyMatch(beside -> hidden(table, other, column) && hidden(table, row, beside)
                        && hidden(table, other, beside) && counts[other][column] > 0 && counts[row][beside] > 0));
    }

    private static boolean hidden(CountTable table, int row, int column) {
        return table.cells().get(row).get(column).equals(Count.HIDDEN);
    }

    /** Counted anew, without what made the table. */
    private static int[][] counts(CountTable table, List<CountedFlight> flights) {
        int[][] counts = new int[table.rows().size()][table.columns().size()];
        for (CountedFlight flight : flights) {
            counts[place(table.rows(), table.down().of(flight))][place(table.columns(), table.across().of(flight))]++;
        }
        return counts;
    }

    private static int place(List<String> names, String category) {
        if (names.contains(category)) {
            return names.indexOf(category);
        }
        return IntStream.range(0, names.size()).filter(i -> names.get(i).equals("other")
                || names.get(i).contains(" to ") && between(names.get(i), category)).findFirst().orElseThrow();
    }

    private static boolean between(String span, String month) {
        String[] ends = span.split(" to ", -1);
        return month.compareTo(ends[0]) >= 0 && month.compareTo(ends[1]) <= 0;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US 9 DE 4             | DE=DE US=US
            US 9 DE 4 FR 1        | DE=other FR=other US=US
            US 9 DE 2 FR 1        | DE=other FR=other US=US
            US 9 FR 1             | FR=other US=other
            US 9 DE 3 FR 2        | DE=other FR=other US=US
            US 1                  | US=other
            """)
    void smallCategoriesAreToldTogether(String counts, String names) {
        assertThat(Merging.categories(read(counts))).isEqualTo(pairs(names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01 3 2024-02 5                     | 2024-01=2024-01 2024-02=2024-02
            2024-01 1 2024-02 5                     | 2024-01=2024-01..2024-02 2024-02=2024-01..2024-02
            2024-01 5 2024-03 2                     | 2024-01=2024-01..2024-03 2024-03=2024-01..2024-03
            2024-01 1                               | 2024-01=2024-01
            """)
    void smallMonthsAreToldWithTheirNeighbours(String counts, String names) {
        assertThat(Merging.months(read(counts))).isEqualTo(pairs(names.replace("..", "~")));
    }

    private static TreeMap<String, Integer> read(String text) {
        String[] parts = text.strip().split(" ");
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            counts.put(parts[i], Integer.valueOf(parts[i + 1]));
        }
        return counts;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new TreeMap<>();
        Arrays.stream(text.strip().split(" ")).map(pair -> pair.split("="))
                .forEach(pair -> pairs.put(pair[0], pair[1].replace("~", " to ")));
        return pairs;
    }
}
