package nullaosta.assessment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ClauseTest;
import nullaosta.agreement.ClauseTest.Expectation;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Section;

/** Runs the tests that clauses carry; a test that fails is a problem of the terms file like any other. */
public final class ClauseTests {

    private ClauseTests() {
    }

    /** A problem for each test whose clause says something else; empty when all hold. */
    public static List<Problem> run(Terms terms) {
        Assessor assessor = new Assessor(terms);
        Problems problems = new Problems();
        for (Clause clause : terms.clauses()) {
            for (ClauseTest test : clause.tests()) {
                Status status = assessor.finding(clause, test.given()).status();
                if (!holds(test, status)) {
                    problems.add(test.place(), "the test of clause `" + clause.id() + "` expects `" + expected(test)
                            + "`, but the clause is `" + found(status) + "`", help(clause, status));
                }
            }
        }
        return problems.isEmpty() ? List.of() : problems.inOrder();
    }

    /** Whoever writes a clause may not think of the one that takes flights out of it. */
    private static String help(Clause clause, Status status) {
        return status instanceof Status.Undetermined(List<String> missing) && exceptionsAlone(clause, missing)
                ? "mend the test or the clause; " + String.join(", ", clause.excepted().keySet())
                        + (clause.excepted().size() == 1 ? " is an exception" : " are exceptions")
                        + " to it, so the test says too whether that holds"
                : "mend the test or the clause";
    }

    /** Whether what is missing is asked for by exceptions and by nothing that the clause itself says. */
    private static boolean exceptionsAlone(Clause clause, List<String> missing) {
        Set<String> own = new TreeSet<>();
        Stream.of(clause.when(), clause.lawful(), clause.require()).forEach(said -> own.addAll(said.facts()));
        return !clause.excepted().isEmpty() && missing.stream().noneMatch(own::contains);
    }

    private static boolean holds(ClauseTest test, Status status) {
        if (status instanceof Status.Undetermined(List<String> missing)) {
            Set<String> needs = new TreeSet<>(test.needs());
            return test.expect() == Expectation.NEEDS && needs.equals(new TreeSet<>(missing));
        }
        return Section.word(test.expect()).equals(status.word());
    }

    private static String expected(ClauseTest test) {
        return test.expect() == Expectation.NEEDS
                ? "needs " + String.join(", ", test.needs())
                : Section.word(test.expect());
    }

    private static String found(Status status) {
        return switch (status) {
            case Status.Undetermined(List<String> missing) -> "undetermined, needs " + String.join(", ", missing);
            case Status.Failed(String why) -> "failed: " + why;
            default -> status.word();
        };
    }
}
