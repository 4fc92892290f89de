package nullaosta.assessment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Clause;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.assessment.logic.Compiler;
import nullaosta.assessment.logic.Look;
import nullaosta.assessment.logic.Proposition;
import nullaosta.assessment.logic.Truth;

/**
 * One clause, compiled: its conditions as propositions, and every status it can have made beforehand but the one that
 * names missing facts.
 */
final class ClauseCheck {

    private final Clause clause;
    private final Proposition when;
    private final Proposition lawful;
    private final Proposition require;
    private final List<Exempting> exceptions = new ArrayList<>();
    private final Status otherFlights = new Status.NotApplicable("it speaks of other flights");
    private final Status otherTimes;
    private final Status kept = new Status.Satisfied();
    private final Status speaks;

    /** A clause that takes flights out of this one, and what is said where it does. */
    private record Exempting(Proposition holds, Status status) {}

    ClauseCheck(Clause clause) {
        this.clause = clause;
        when = Compiler.compile(clause.when());
        lawful = Compiler.compile(clause.lawful());
        require = Compiler.compile(clause.require());
        clause.excepted().forEach((id, condition) -> exceptions.add(new Exempting(Compiler.compile(condition),
                new Status.NotApplicable("clause " + id + " is an exception to it, and holds"))));
        otherTimes = new Status.NotApplicable(
                "it is in force " + clause.inForce().map(Object::toString).orElse("at other times"));
        speaks = switch (clause.kind()) {
            case REQUIRE, PROHIBIT -> breached(clause);
            case REFER -> new Status.Referred(clause.authority().orElseThrow());
            case GRANT -> new Status.Satisfied(clause.authority());
        };
    }

    private static Status breached(Clause clause) {
        if (clause.derogation().isPresent()) {
            return new Status.Breached(OnBreach.REFER, clause.derogation(), true);
        }
        Optional<Authority> authority = clause.onBreach() == OnBreach.REFER ? clause.authority() : Optional.empty();
        return new Status.Breached(clause.onBreach(), authority, false);
    }

    Clause clause() {
        return clause;
    }

    /**
     * Facts are asked for in the order in which they matter: whether the clause speaks of the flight, then what it
     * demands, then, where it is not kept, whether an exception takes the flight out of it.
     */
    Status status(Look look, Vocabulary vocabulary) {
        look.begin();
        try {
            return judged(look, vocabulary);
        } catch (RuntimeException e) {
            String why = e.getMessage();
            return new Status.Failed(why == null ? "a failure inside the evaluation" : why);
        }
    }

    private Status judged(Look look, Vocabulary vocabulary) {
        Truth speaksNow = when.truth(look);
        if (speaksNow == Truth.FALSE) {
            return otherFlights;
        }
        Truth lawfulNow = lawful.truth(look);
        if (lawfulNow == Truth.FALSE) {
            return otherTimes;
        }
        boolean mayBeExempt = false;
        for (int i = 0; i < exceptions.size(); i++) {
            Truth exempt = exceptions.get(i).holds().truth(look);
            if (exempt == Truth.TRUE) {
                return exceptions.get(i).status();
            }
            mayBeExempt |= exempt == Truth.UNKNOWN;
        }
        Truth keptNow = clause.kind().demands() ? require.truth(look) : Truth.FALSE;
        if (keptNow == Truth.TRUE) {
            return kept;
        }
        if (speaksNow == Truth.UNKNOWN || lawfulNow == Truth.UNKNOWN) {
            return undetermined(List.of(lawful, when), look, vocabulary);
        }
        if (keptNow == Truth.UNKNOWN) {
            return undetermined(List.of(require), look, vocabulary);
        }
        return mayBeExempt
                ? undetermined(exceptions.stream().map(Exempting::holds).toList(), look, vocabulary)
                : speaks;
    }

    private static Status undetermined(List<Proposition> open, Look look, Vocabulary vocabulary) {
        BitSet slots = new BitSet();
        open.forEach(proposition -> slots.or(proposition.missing(look)));
        return new Status.Undetermined(slots.stream().mapToObj(vocabulary.slots()::get).toList());
    }
}
