package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.Terms;
import nullaosta.assessment.Assessor;
import nullaosta.cli.Casebook.Case;
import org.junit.jupiter.api.Test;

/**
 * No clause of any shipped agreement can be taken out unnoticed: without it at least one case of the casebook comes to
 * another outcome.
 */
class ClauseRemovalTest {

    @Test
    void withoutAnyClauseSomeCaseComesToAnotherOutcome() throws IOException {
        List<Case> cases = Casebook.all();
        List<String> unnoticed = new ArrayList<>();
        int removed = 0;
        for (Terms terms : ShippedAgreements.versions()) {
            List<Case> under = cases.stream().filter(one -> one.terms().id().equals(terms.id())).toList();
            for (Clause clause : terms.clauses()) {
                Assessor without = new Assessor(terms.without(clause.id()));
                removed++;
                if (under.stream()
                        .allMatch(one -> without.assess(one.facts()).outcome() == one.assessment().outcome())) {
                    unnoticed.add(terms.id() + " " + clause.id());
                }
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(removed).isGreaterThan(150);
    }
}
