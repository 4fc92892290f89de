package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.Terms;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.cli.Casebook.Case;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Each scenario pack says what it is made of, can be tried as it says, and tries what a pack has to try. */
class PacksTest {

    private static final Pattern TRY = Pattern.compile("Try it: `\\./nullaosta assess (\\S+) (\\S+)`");

    private static String readme(Path pack) throws IOException {
        return Files.readString(pack.resolve("README.md"));
    }

    @Test
    void theReadmeOfTheProjectNamesEachPack() throws IOException {
        Matcher links = Pattern.compile("\\(scenarios/([a-z0-9-]+)/README\\.md\\)")
                .matcher(Files.readString(Path.of("README.md")));
        Set<String> named = new TreeSet<>();
        links.results().forEach(found -> named.add(found.group(1)));
        assertThat(named).containsExactlyElementsOf(
                ShippedAgreements.packs().stream().map(pack -> Objects.toString(pack.getFileName())).toList());
    }

    /** Every document that a clause cites has a row; what cites none is this model's own, and the page says what that is. */
    @Test
    void itsPageNamesItsSourcesAndWhatIsOurs() throws IOException {
        for (Path pack : ShippedAgreements.packs()) {
            String page = readme(pack);
            assertThat(page).as(pack.toString()).contains("## Sources\n").contains("## What is ours\n");
            String table = page.substring(page.indexOf("## Sources"), page.indexOf("## What is ours"));
            for (Agreement agreement : Agreements.read(pack.resolve("agreements")).all()) {
                for (Terms terms : agreement.versions()) {
                    terms.clauses().stream().flatMap(clause -> clause.sources().stream()).distinct()
                            .filter(source -> !source.doc().equals("MODEL"))
                            .forEach(source -> assertThat(table).as("%s cites %s", terms.id(), source.doc())
                                    .containsPattern("(?m)^\\| ([A-Z]+, )*" + source.doc() + "(, [A-Z]+)* \\|"));
                }
            }
        }
    }

    @Test
    void itCanBeTriedAsItSays() throws IOException {
        for (Path pack : ShippedAgreements.packs()) {
            Matcher command = TRY.matcher(readme(pack));
            assertThat(command.find()).as(pack.toString()).isTrue();
            StringWriter out = new StringWriter();
            int exit = new CommandLine(new AssessCommand()).setOut(new PrintWriter(out, true)).execute(command.group(1),
                    command.group(2));
            String expected = Files.readString(Path.of(command.group(2)).resolveSibling("expected.txt"));
            assertThat(out.toString()).startsWith(expected);
            assertThat(exit).isEqualTo(ExitCode
                    .of(Outcome.valueOf(expected.substring(0, expected.indexOf(' ')))).code());
        }
    }

    /** Unknown facts, exceptions, breaches that may be excused and breaches that are only recorded. */
    @Test
    void itTriesWhatAPackHasToTry() throws IOException {
        List<Case> all = Casebook.all();
        for (Path pack : ShippedAgreements.packs()) {
            List<Status> found = all.stream().filter(one -> one.folder().startsWith(pack))
                    .flatMap(one -> one.assessment().findings().stream()).map(finding -> finding.status()).toList();
            assertThat(found).as(pack.toString()).anyMatch(status -> status instanceof Status.Undetermined)
                    .anyMatch(status -> status instanceof Status.NotApplicable not && not.why().contains("exception"))
                    .anyMatch(status -> status instanceof Status.Breached breached && breached.derogable())
                    .anyMatch(status -> status instanceof Status.Breached breached
                            && breached.leadsTo() == OnBreach.RECORD)
                    .anyMatch(status -> status instanceof Status.Breached breached
                            && breached.leadsTo() == OnBreach.REFUSE);
        }
    }
}
