package nullaosta.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;

/**
 * Which flights a version speaks of at all, as far as another speaks of other ones: those of its user states and from its
 * bases. Where both name the same, the clauses alone tell them apart.
 *
 * @param condition over the version's own vocabulary; true where the other version names the same
 */
record Scope(Terms terms, Condition condition) {

    static Scope of(Terms terms, Terms other) {
        return new Scope(terms, Condition.and(
                part(terms, "mission.operatorState", terms.userStates(), other.userStates()),
                part(terms, "mission.base", terms.bases(), other.bases())));
    }

    /** A vocabulary without the fact has nothing to tell flights apart by. */
    private static Condition part(Terms terms, String name, List<String> own, List<String> other) {
        Optional<FactDeclaration> fact = terms.vocabulary().fact(name);
        if (Set.copyOf(own).equals(Set.copyOf(other)) || fact.isEmpty()
                || !(fact.get().type() instanceof ValueType.Named(String type))) {
            return Condition.TRUE;
        }
        ValueType.Named named = new ValueType.Named(type);
        return new Condition.OneOf(new Operand.OfFact(name, terms.vocabulary().slot(name), named),
                own.stream()
                        .filter(value -> Optional.ofNullable(terms.vocabulary().enums().get(type))
                                .filter(names -> names.admits(value)).isPresent())
                        .<Operand>map(value -> new Operand.Constant(new Value.Symbol(type, value), named)).toList());
    }

    /** Whether the version speaks of a mission; empty while the mission does not say whose it is or from where. */
    Optional<Boolean> holds(Example example) {
        return example.sheet(terms.vocabulary())
                .flatMap(sheet -> Assessor.holds(condition, sheet, Outcome.NOT_COVERED));
    }

    /** {@code about flights of US, FR from SIGONELLA}. */
    String inWords() {
        return "about flights of " + String.join(", ", terms.userStates()) + " from "
                + String.join(", ", terms.bases());
    }
}
