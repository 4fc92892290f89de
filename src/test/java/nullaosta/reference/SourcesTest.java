package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import org.junit.jupiter.api.Test;

/** {@code docs/sources.md} names every fact of the three sources, and every clause, case and page that answers it. */
class SourcesTest {

    private static final List<List<String>> TABLE = Markdown.table("sources.md", "id");
    private static final Pattern CITED = Pattern.compile("sources: \\[(.*)]");
    private static final Pattern PAGE = Pattern.compile("@GetMapping\\(\"([^\"]*)\"\\)");

    private static List<String> ids() {
        return Stream.of("A 9", "B 6", "C 6").map(source -> source.split(" "))
                .flatMap(source -> IntStream.rangeClosed(1, Integer.parseInt(source[1])).mapToObj(n -> source[0] + n))
                .toList();
    }

    private static List<Path> folder(String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.sorted().toList();
        }
    }

    @Test
    void everyFactOfTheSourcesHasARow() {
        assertThat(Markdown.first("sources.md", "id")).isEqualTo(ids());
        assertThat(TABLE)
                .allSatisfy(row -> assertThat(row).hasSize(6).allSatisfy(cell -> assertThat(cell).isNotBlank()));
    }

    /** The clauses of a row are those that cite it, no more and no fewer. */
    @Test
    void theClausesAreThoseThatCiteIt() throws IOException {
        TreeMap<String, Set<String>> citing = new TreeMap<>();
        for (Agreement agreement : Agreements.read(Path.of("agreements")).all()) {
            for (Terms terms : agreement.versions()) {
                for (Clause clause : terms.clauses()) {
                    clause.sources().forEach(source -> citing.computeIfAbsent(source.locator(), any -> new TreeSet<>())
                            .add(terms.agreement() + " " + terms.version() + " " + clause.id()));
                }
            }
        }
        for (List<String> row : TABLE) {
            assertThat(clauses(row.get(2))).as(row.getFirst())
                    .isEqualTo(citing.getOrDefault(row.getFirst(), Set.of()));
        }
    }

    private static Set<String> clauses(String cell) {
        Set<String> clauses = new TreeSet<>();
        for (String part : cell.equals("none") ? List.<String>of() : List.of(cell.split("; "))) {
            String version = part.substring(0, part.indexOf(": "));
            for (String clause : part.substring(part.indexOf(": ") + 2).split(", ")) {
                clauses.add(version + " " + clause);
            }
        }
        return clauses;
    }

    @Test
    void theCasesAreThoseThatCiteIt() throws IOException {
        TreeMap<String, Set<String>> citing = new TreeMap<>();
        for (Path folder : folder("casebook")) {
            Matcher cited = CITED.matcher(Files.readString(folder.resolve("case.yaml")));
            assertThat(cited.find()).as(folder.toString()).isTrue();
            for (String id : cited.group(1).split(", ")) {
                citing.computeIfAbsent(id, any -> new TreeSet<>()).add(folder.getFileName().toString());
            }
        }
        assertThat(ids()).as("no case cites what is not there").containsAll(citing.keySet());
        for (List<String> row : TABLE) {
            Set<String> named = row.get(3).equals("none")
                    ? Set.of()
                    : Stream.of(row.get(3).split(", ")).collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).as(row.getFirst()).isEqualTo(citing.getOrDefault(row.getFirst(), Set.of()));
        }
    }

    @Test
    void thePagesAreThere() throws IOException {
        List<String> pages = new ArrayList<>(List.of("none"));
        for (Path page : folder("src/main/java/nullaosta/web/console")) {
            Matcher mapped = PAGE.matcher(Files.readString(page));
            while (mapped.find()) {
                pages.add(mapped.group(1));
            }
        }
        assertThat(pages).containsAll(TABLE.stream().map(row -> row.get(4)).toList());
    }

    /** A row that names nothing says why. */
    @Test
    void whatNothingAnswersSaysWhy() {
        for (List<String> row : TABLE) {
            if (row.get(2).equals("none") && row.get(3).equals("none")) {
                assertThat(row.get(5).split(" ").length).as(row.getFirst()).isGreaterThan(5);
            }
        }
    }
}
