package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nullaosta.cli.Casebook.Case;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/kinds.md} says for each kind of condition where it stands and which cases show it. */
class KindsReferenceTest {

    private static final Pattern ROW = Pattern
            .compile(
                    "(?m)^\\| (\\d+) \\| ([^|]+) \\| (\\S+) (v\\d+) (\\S+) \\| `(\\S+)` (\\S+) \\| `(\\S+)` (\\S+) \\|$");

    private static List<Matcher> rows() throws IOException {
        String text = Files.readString(Path.of("docs/reference/kinds.md"));
        return text.lines().filter(line -> line.matches("\\| \\d.*")).map(ROW::matcher)
                .peek(row -> assertThat(row.matches()).as(row.toString()).isTrue()).toList();
    }

    private static Map<String, Case> cases() throws IOException {
        Map<String, Case> cases = new HashMap<>();
        Casebook.all().stream().filter(Case::ofScenario)
                .forEach(one -> cases.put(one.folder().getName(1) + "/" + one.name(), one));
        return cases;
    }

    @Test
    void everyKindHasARow() throws IOException {
        assertThat(rows()).extracting(row -> Integer.valueOf(row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 48).boxed().toList());
        assertThat(rows()).extracting(row -> row.group(2)).doesNotHaveDuplicates();
    }

    @Test
    void theCasesFindOfTheClauseWhatTheTableSays() throws IOException {
        Map<String, Case> cases = cases();
        for (Matcher row : rows()) {
            shows(cases, row, row.group(6), row.group(7));
            shows(cases, row, row.group(8), row.group(9));
            assertThat(row.group(7) + " " + row.group(9)).as("kind %s", row.group(1)).isIn("satisfied breached",
                    "not-applicable referred");
        }
    }

    private static void shows(Map<String, Case> cases, Matcher row, String name, String status) {
        assertThat(cases).as("kind %s", row.group(1)).containsKey(name);
        Case one = Objects.requireNonNull(cases.get(name));
        assertThat(one.terms().agreement() + " " + one.terms().version()).as(name)
                .isEqualTo(row.group(3) + " " + row.group(4));
        assertThat(one.assessment().finding(row.group(5)).orElseThrow().status().word())
                .as("kind %s, %s of %s", row.group(1), row.group(5), name).isEqualTo(status);
        if (status.equals("breached") || status.equals("referred")) {
            assertThat(one.clauses()).as("%s claims to show it", name).contains(row.group(5));
        }
    }
}
