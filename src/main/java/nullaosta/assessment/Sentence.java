package nullaosta.assessment;

import java.util.List;
import java.util.function.Predicate;
import nullaosta.agreement.Authority;
import nullaosta.agreement.OnBreach;

/** What an assessment comes to, as a person would say it. */
public final class Sentence {

    private Sentence() {
    }

    static String of(Assessment assessment) {
        return switch (assessment.outcome()) {
            case ELIGIBLE -> assessment.authorities().isEmpty()
                    ? "eligible: nothing stands in the way; a person still signs"
                    : "eligible, within the agreement: nothing stands in the way; it is signed by "
                            + deciders(assessment);
            case REFER -> "for decision, case by case, by " + deciders(assessment);
            case NEEDS_FACTS -> "not yet: " + assessment.missing().size()
                    + (assessment.missing().size() == 1 ? " fact is" : " facts are") + " missing";
            case INELIGIBLE -> refused(clauses(assessment, Sentence::refuses));
            case NOT_COVERED -> "not covered: no grant of " + assessment.agreement() + " " + assessment.version()
                    + " brings this flight within the agreement";
            case CANNOT_EVALUATE -> "cannot be assessed: "
                    + joined(clauses(assessment, finding -> finding.status() instanceof Status.Failed)) + " failed";
        };
    }

    private static String deciders(Assessment assessment) {
        return joined(assessment.authorities().stream().map(Authority::inWords).toList());
    }

    private static String refused(List<String> clauses) {
        return "not cleared: " + joined(clauses) + (clauses.size() == 1 ? " refuses it" : " refuse it");
    }

    private static boolean refuses(Finding finding) {
        return finding.status() instanceof Status.Breached breached && breached.leadsTo() == OnBreach.REFUSE;
    }

    private static List<String> clauses(Assessment assessment, Predicate<Finding> which) {
        return assessment.findings().stream().filter(which).map(Finding::clause).toList();
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    public static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
