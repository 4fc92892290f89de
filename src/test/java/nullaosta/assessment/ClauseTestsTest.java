package nullaosta.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.text.Problem;
import org.junit.jupiter.api.Test;

/** The tests that clauses carry are run, and a wrong one is a problem with its place. */
class ClauseTestsTest {

    @Test
    void everyClauseOfTheShippedAgreementsPassesItsOwnTests() throws IOException {
        assertThat(ShippedAgreements.versions().stream().flatMap(terms -> ClauseTests.run(terms).stream())
                .map(Problem::inFull)).isEmpty();
    }

    @Test
    void aTestThatFailsSaysWhatTheClauseSaysInstead() throws IOException {
        String text = Files.readString(Path.of("agreements/it-gb-sigonella/v1.yaml"))
                .replace("{given: {mission.armed: true}, expect: breached}", "{given: {}, expect: breached}")
                .replace("{given: {mission.receivedBeforeTakeoff: false}, expect: breached}",
                        "{given: {}, expect: {needs: [mission.armed]}}");
        assertThat(ClauseTests.run(TermsReader.read("v1.yaml", text).orThrow()).stream().map(Problem::inFull))
                .containsExactly("""
                        v1.yaml:48:9: the test of clause `ART-2.1` expects `breached`, but the clause is \
                        `undetermined, needs mission.armed`
                                - {given: {}, expect: breached}
                                  ^
                          help: mend the test or the clause""", """
                        v1.yaml:59:9: the test of clause `ART-3.1` expects `needs mission.armed`, but the clause is \
                        `undetermined, needs mission.receivedBeforeTakeoff`
                                - {given: {}, expect: {needs: [mission.armed]}}
                                  ^
                          help: mend the test or the clause""");
    }

    @Test
    void aTestThatForgetsAnExceptionIsToldOfIt() throws IOException {
        String text = Files.readString(Path.of("docs/reference/terms.md"));
        text = text.substring(text.indexOf("```yaml\n") + 8, text.indexOf("```\n\n## The file"))
                .replace("{mission.noticeWorkingDays: 1, mission.emergency: false}", "{mission.noticeWorkingDays: 1}");
        assertThat(ClauseTests.run(TermsReader.read("v1.yaml", text).orThrow()).stream().map(Problem::inFull))
                .singleElement().asString().contains("the test of clause `ART-2` expects `breached`, but the clause is"
                        + " `undetermined, needs mission.emergency")
                .endsWith("help: mend the test or the clause; ART-5"
                        + " is an exception to it, so the test says too whether that holds");
    }

    /** What the clause itself asks for comes first: an exception mends nothing there. */
    @Test
    void aTestThatForgetsTheClauseIsNotSentToItsException() throws IOException {
        String text = Files.readString(Path.of("docs/reference/terms.md"));
        text = text.substring(text.indexOf("```yaml\n") + 8, text.indexOf("```\n\n## The file"))
                .replace("{mission.noticeWorkingDays: 1, mission.emergency: false}", "{mission.emergency: false}");
        assertThat(ClauseTests.run(TermsReader.read("v1.yaml", text).orThrow()).stream().map(Problem::inFull))
                .singleElement().asString().contains("undetermined, needs mission.noticeWorkingDays")
                .endsWith("help: mend the test or the clause");
    }
}
