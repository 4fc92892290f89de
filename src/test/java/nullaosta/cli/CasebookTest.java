package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.Source;
import nullaosta.agreement.Terms;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.cli.Casebook.Case;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Lawyers read the casebook, this runs it. With {@code -Dcasebook.update=true} each {@code expected.txt} is written
 * anew; what changed then shows in the diff.
 */
class CasebookTest {

    private static final boolean UPDATE = Boolean.getBoolean("casebook.update");
    private static final Pattern SOURCE = Pattern.compile("A[1-9]|B[1-6]|C[1-6]");

    @TestFactory
    Stream<DynamicTest> eachCaseIsAssessedAsItSays() throws IOException {
        return Casebook.all().stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
            Path expected = one.folder().resolve("expected.txt");
            if (UPDATE) {
                Files.writeString(expected, one.expected());
            }
            assertThat(one.expected()).isEqualTo(Files.readString(expected));
        }));
    }

    @Test
    void everyOutcomeButFailureIsAmongThem() throws IOException {
        List<Case> cases = Casebook.all();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        assertThat(cases).extracting(one -> one.assessment().outcome()).contains(Outcome.ELIGIBLE, Outcome.REFER,
                Outcome.NEEDS_FACTS, Outcome.INELIGIBLE, Outcome.NOT_COVERED);
    }

    @Test
    void eachCaseTellsItsStoryAndNamesKnownSources() throws IOException {
        assertThat(Casebook.all()).allSatisfy(one -> {
            assertThat(one.title()).isNotBlank();
            assertThat(one.story()).isNotBlank();
            Set<String> cited = one.terms().clauses().stream().flatMap(clause -> clause.sources().stream())
                    .map(Source::doc).collect(Collectors.toSet());
            assertThat(one.sources()).as("%s", one).isNotEmpty()
                    .allMatch(id -> one.ofScenario() ? cited.contains(id) : SOURCE.matcher(id).matches());
            assertThat(one.clauses()).isNotEmpty();
        });
    }

    /** A clause is proven by a case that names it and in which it does more than not apply. */
    @Test
    void everyClauseOfEveryVersionIsProven() throws IOException {
        Map<String, Set<String>> proven = new HashMap<>();
        for (Case one : Casebook.all()) {
            for (String clause : one.clauses()) {
                assertThat(one.terms().clause(clause)).as("%s names %s", one, clause).isPresent();
                Status status = one.assessment().finding(clause).orElseThrow().status();
                assertThat(status).as("%s claims to prove %s", one, clause).isNotInstanceOf(Status.NotApplicable.class);
                proven.computeIfAbsent(one.terms().id(), any -> new HashSet<>()).add(clause);
            }
        }
        List<String> unproven = new ArrayList<>();
        for (Terms terms : ShippedAgreements.versions()) {
            terms.clauses().stream().map(Clause::id)
                    .filter(id -> !proven.getOrDefault(terms.id(), Set.of()).contains(id))
                    .forEach(id -> unproven.add(terms.id() + " " + id));
        }
        assertThat(unproven).isEmpty();
    }

    @Test
    void aFindingCitesOnlyClausesOfItsTerms() throws IOException {
        assertThat(Casebook.all()).allSatisfy(one -> assertThat(one.assessment().findings())
                .extracting(Finding::clause).containsExactlyElementsOf(
                        one.terms().clauses().stream().map(Clause::id).toList()));
    }

    @Test
    void noTwoCasesShareFactsAndFindings() throws IOException {
        Map<String, String> seen = new HashMap<>();
        for (Case one : Casebook.all()) {
            Map<String, Object> values = new HashMap<>();
            one.terms().vocabulary().slots()
                    .forEach(name -> one.facts().value(name).ifPresent(value -> values.put(name, value)));
            String key = one.terms().id() + values + " " + one.assessment().findings().stream()
                    .map(finding -> finding.clause() + finding.status()).toList();
            assertThat(seen.put(key, one.toString())).as("%s is the same case", one).isNull();
        }
    }
}
