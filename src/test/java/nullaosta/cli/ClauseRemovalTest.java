package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
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
                Assessor without = new Assessor(without(terms, clause.id()));
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

    /** The terms without a clause, also where it is an exception to others. */
    private static Terms without(Terms terms, String id) {
        List<Clause> left = terms.clauses().stream().filter(clause -> !clause.id().equals(id))
                .map(clause -> unexcepted(clause, id)).toList();
        return new Terms(terms.agreement(), terms.version(), terms.title(), terms.host(), terms.parties(),
                terms.userStates(), terms.bases(), terms.inForce(), terms.timezone(), terms.vocabulary(),
                terms.params(), terms.authorities(), left, terms.properties(), terms.published(), terms.hash());
    }

    private static Clause unexcepted(Clause clause, String exception) {
        Map<String, Condition> excepted = new LinkedHashMap<>(clause.excepted());
        excepted.remove(exception);
        return new Clause(clause.id(), clause.kind(), clause.text(), clause.sources(), clause.when(), clause.require(),
                clause.authority(), clause.onBreach(), clause.derogation(), clause.basis(), clause.inForce(),
                clause.lawful(), clause.exceptTo(), excepted, clause.tests(), clause.place(), clause.published());
    }
}
