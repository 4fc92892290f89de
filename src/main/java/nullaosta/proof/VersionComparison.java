package nullaosta.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.proof.formula.Clashes;
import nullaosta.proof.formula.FactSpace;
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
        Scope aboutBefore = Scope.of(older, newer);
        Scope aboutAfter = Scope.of(newer, older);
        List<Condition> conditions = Stream.of(TermsFormula.conditions(older), TermsFormula.conditions(newer),
                List.of(aboutBefore.condition(), aboutAfter.condition())).flatMap(List::stream).toList();
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
        for (Question question : new BetweenVersions(new BetweenVersions.Side(before, aboutBefore),
                new BetweenVersions.Side(after, aboutAfter)).questions()) {
            answers.add(prover.askForSeveral(question, areas, EXAMPLES));
        }
        return new Compared(new Inquiry(List.of(older, newer), space, setting, answers));
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
