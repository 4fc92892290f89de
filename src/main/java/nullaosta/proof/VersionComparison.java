package nullaosta.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Outcome;
import nullaosta.proof.Question.Topic;
import nullaosta.proof.Question.Wanted;
import nullaosta.proof.formula.Clashes;
import nullaosta.proof.formula.FactSpace;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.Setting;
import nullaosta.proof.formula.TermsFormula;

/** What a newer version permits, refuses and leaves to an authority otherwise than an older one. */
public sealed interface VersionComparison {

    /** How many missions show one difference, at most. */
    int EXAMPLES = 5;

    record Compared(Inquiry inquiry) implements VersionComparison {}

    /** Facts of one name that are not of one kind: a mission under one is none under the other. */
    record Incomparable(List<String> why) implements VersionComparison {

        public Incomparable {
            why = List.copyOf(why);
        }
    }

    static VersionComparison of(Terms older, Terms newer) {
        return of(older, newer, Inquiry.STEPS);
    }

    /** @param steps how long each question may take */
    static VersionComparison of(Terms older, Terms newer, long steps) {
        List<Condition> conditions = Stream.of(older, newer).flatMap(it -> TermsFormula.conditions(it).stream())
                .toList();
        List<String> clashes = Clashes.between(older.vocabulary(), newer.vocabulary(), conditions);
        if (!clashes.isEmpty()) {
            return new Incomparable(clashes);
        }
        FactSpace space = new FactSpace(List.of(older.vocabulary(), newer.vocabulary()), conditions);
        TermsFormula before = new TermsFormula("old/", older, space);
        TermsFormula after = new TermsFormula("new/", newer, space);
        Setting setting = TermsFormula.setting(space, List.of(before, after));
        Prover prover = new Prover(space, setting, new Shortening(space, newer), steps);
        List<String> areas = areas(space);
        List<Answer> answers = new ArrayList<>();
        for (Question question : questions(older, newer, before, after)) {
            answers.add(prover.askForSeveral(question, areas, EXAMPLES));
        }
        return new Compared(new Inquiry(List.of(older, newer), space, setting, answers));
    }

    private static List<Question> questions(Terms older, Terms newer, TermsFormula before, TermsFormula after) {
        Formula referredBefore = Formula.all(before.stated(), before.outcome(OutcomeWord.REFERRED));
        Formula eligibleBefore = Formula.all(before.stated(), before.outcome(OutcomeWord.ELIGIBLE));
        Formula referredAfter = Formula.all(after.stated(), after.outcome(OutcomeWord.REFERRED));
        Formula eligibleAfter = Formula.all(after.stated(), after.outcome(OutcomeWord.ELIGIBLE));
        return List.of(
                new Question("newly-permitted", Topic.WIDENING,
                        "Whatever the old version refuses or does not cover, the new one does not permit.",
                        "the newer version permits missions that the older one did not", Wanted.NONE,
                        Formula.all(Formula.not(before.permitted()), after.permitted()),
                        shows(older, newer, (was, is) -> refused(was) && permitted(is))),
                new Question("no-longer-asked", Topic.WIDENING,
                        "Whatever an authority decides under the old version is not eligible without one under the "
                                + "new.",
                        "nobody is asked any longer about missions that an authority decided", Wanted.NONE,
                        Formula.all(referredBefore, eligibleAfter),
                        shows(older, newer, (was, is) -> was == Outcome.REFER && is == Outcome.ELIGIBLE)),
                new Question("newly-refused", Topic.NARROWING,
                        "Whatever the old version permits, the new one permits.",
                        "the newer version refuses missions that the older one permitted", Wanted.NONE,
                        Formula.all(before.permitted(), Formula.not(after.permitted())),
                        shows(older, newer, (was, is) -> permitted(was) && refused(is))),
                new Question("newly-asked", Topic.NARROWING,
                        "Whatever is eligible under the old version is not left to an authority under the new.",
                        "an authority decides, case by case, missions that needed none", Wanted.NONE,
                        Formula.all(eligibleBefore, referredAfter),
                        shows(older, newer, (was, is) -> was == Outcome.ELIGIBLE && is == Outcome.REFER)));
    }

    private static java.util.function.Predicate<Example> shows(Terms older, Terms newer,
            BiPredicate<Outcome, Outcome> which) {
        return example -> which.test(outcome(example, older), outcome(example, newer));
    }

    /** What a vocabulary cannot state is not covered by its terms. */
    private static Outcome outcome(Example example, Terms terms) {
        return example.under(terms).map(Assessment::outcome).orElse(Outcome.NOT_COVERED);
    }

    private static boolean permitted(Outcome outcome) {
        return outcome == Outcome.ELIGIBLE || outcome == Outcome.REFER;
    }

    private static boolean refused(Outcome outcome) {
        return outcome == Outcome.INELIGIBLE || outcome == Outcome.NOT_COVERED;
    }

    /** The two facts by which examples are told apart: purpose and armament, or else what a requester chooses from. */
    private static List<String> areas(FactSpace space) {
        List<String> first = space.facts().stream().map(FactDeclaration::name)
                .filter(List.of("mission.purpose", "mission.armed")::contains).toList();
        List<String> chosen = space.facts().stream().filter(fact -> fact.from() == FactSource.REQUESTER)
                .filter(fact -> fact.type() == ValueType.Plain.BOOL || fact.type() instanceof ValueType.Named)
                .map(FactDeclaration::name).toList();
        return first.isEmpty() ? chosen.stream().limit(2).toList() : first;
    }
}
