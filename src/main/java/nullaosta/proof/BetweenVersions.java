package nullaosta.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Outcome;
import nullaosta.proof.Question.Topic;
import nullaosta.proof.Question.Wanted;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.TermsFormula;

/** The questions about an older and a newer version: each as a formula, and as what the evaluator must find of a mission. */
record BetweenVersions(Side before, Side after) {

    /** One of the versions, of the flights that it speaks of. */
    record Side(TermsFormula formula, Scope scope) {

        Terms terms() {
            return scope.terms();
        }

        Formula about(Formula more) {
            return Formula.all(formula.stated(), formula.property(scope.condition()), more);
        }

        Formula comesTo(OutcomeWord word) {
            return about(formula.outcome(word));
        }

        Formula permitted() {
            return about(formula.permitted());
        }

        /** What a vocabulary cannot state, and what the version is not about, is not covered by its terms. */
        Outcome outcome(Example example) {
            Optional<Assessment> assessed = example.under(terms());
            return assessed.isEmpty()
                    ? Outcome.NOT_COVERED
                    : scope.holds(example)
                            .map(about -> about ? assessed.get().outcome() : Outcome.NOT_COVERED)
                            .orElse(Outcome.NEEDS_FACTS);
        }
    }

    List<Question> questions() {
        return List.of(
                new Question("newly-permitted", Topic.WIDENING,
                        "Whatever the old version refuses or does not cover, the new one does not permit.",
                        "the newer version permits missions that the older one did not", Wanted.NONE,
                        Formula.all(Formula.not(before.permitted()), after.permitted()),
                        shows((was, is) -> refused(was) && Verdict.permitted(is))),
                new Question("no-longer-asked", Topic.WIDENING,
                        "Whatever an authority decides under the old version is not eligible without one under the "
                                + "new.",
                        "nobody is asked any longer about missions that an authority decided", Wanted.NONE,
                        noLongerAsked(), shows((was, is) -> was == Outcome.REFER && is == Outcome.ELIGIBLE)),
                new Question("no-longer-heard", Topic.WIDENING,
                        "Whoever has a say in a decision under the old version (an authority, an office that it asks, "
                                + "Parliament) has one under the new.",
                        "somebody who had a say in a decision has none any more", Wanted.NONE, noLongerHeard(),
                        this::lost),
                new Question("newly-refused", Topic.NARROWING,
                        "Whatever the old version permits, the new one permits.",
                        "the newer version refuses missions that the older one permitted", Wanted.NONE,
                        Formula.all(before.permitted(), Formula.not(after.permitted())),
                        shows((was, is) -> Verdict.permitted(was) && refused(is))),
                new Question("newly-asked", Topic.NARROWING,
                        "Whatever is eligible under the old version is not left to an authority under the new.",
                        "an authority decides, case by case, missions that needed none", Wanted.NONE,
                        Formula.all(before.comesTo(OutcomeWord.ELIGIBLE), after.comesTo(OutcomeWord.REFERRED)),
                        shows((was, is) -> was == Outcome.ELIGIBLE && is == Outcome.REFER)));
    }

    private Formula noLongerAsked() {
        return Formula.all(before.comesTo(OutcomeWord.REFERRED), after.comesTo(OutcomeWord.ELIGIBLE));
    }

    private Formula noLongerHeard() {
        List<Formula> lost = new ArrayList<>();
        for (Voice voice : Voice.of(before.terms())) {
            lost.add(Formula.all(before.formula().decides(voice.heard()),
                    Formula.not(after.formula().decides(voice.heard()))));
        }
        lost.add(Formula.all(before.formula().ordinary(), after.comesTo(OutcomeWord.ELIGIBLE),
                Formula.not(after.formula().ordinary())));
        return Formula.all(before.permitted(), after.permitted(), Formula.not(noLongerAsked()), Formula.any(lost));
    }

    private boolean lost(Example example) {
        return Verdict.permitted(before.outcome(example)) && Verdict.permitted(after.outcome(example))
                && Voice.lost(example.under(before.terms()).orElseThrow(), before.terms(),
                        example.under(after.terms()).orElseThrow(), after.terms());
    }

    private Predicate<Example> shows(BiPredicate<Outcome, Outcome> which) {
        return example -> which.test(before.outcome(example), after.outcome(example));
    }

    private static boolean refused(Outcome outcome) {
        return outcome == Outcome.INELIGIBLE || outcome == Outcome.NOT_COVERED;
    }
}
