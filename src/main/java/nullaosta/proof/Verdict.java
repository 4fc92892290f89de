package nullaosta.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.agreement.Authority;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;

/**
 * An assessment sorted by what questions ask of it.
 *
 * @param applying  clauses that speak of the mission
 * @param kept      those of them that are satisfied
 * @param breached  those that are not
 * @param decisive  those without whose finding the outcome would be another, or somebody else would decide
 */
record Verdict(Outcome outcome, Set<String> applying, Set<String> kept, Set<String> breached, Set<String> decisive) {

    static Verdict of(Assessment assessment) {
        Set<String> kept = new HashSet<>();
        Set<String> breached = new HashSet<>();
        Set<String> applying = new HashSet<>();
        Set<String> refusing = new HashSet<>();
        Set<String> covering = new HashSet<>();
        Map<Authority, Set<String>> asking = new HashMap<>();
        Map<Authority, Set<String>> signing = new HashMap<>();
        boolean open = false;
        for (Finding finding : assessment.findings()) {
            String clause = finding.clause();
            switch (finding.status()) {
                case Status.Satisfied satisfied -> {
                    kept.add(clause);
                    if (finding.kind() == ClauseKind.GRANT) {
                        covering.add(clause);
                    }
                    finding.signs()
                            .ifPresent(whom -> signing.computeIfAbsent(whom, any -> new HashSet<>()).add(clause));
                }
                case Status.Breached(OnBreach leadsTo, Optional<Authority> authority, boolean derogable) -> {
                    breached.add(clause);
                    if (leadsTo == OnBreach.REFUSE) {
                        refusing.add(clause);
                    }
                    authority.ifPresent(whom -> asking.computeIfAbsent(whom, any -> new HashSet<>()).add(clause));
                }
                case Status.Referred(Authority whom) -> {
                    applying.add(clause);
                    asking.computeIfAbsent(whom, any -> new HashSet<>()).add(clause);
                }
                case Status.NotApplicable none -> {
                }
                case Status.Undetermined undetermined -> open = true;
                case Status.Failed failed -> open = true;
            }
        }
        applying.addAll(kept);
        applying.addAll(breached);
        return new Verdict(assessment.outcome(), applying, kept, breached,
                open ? Set.of() : decisive(assessment.outcome(), refusing, covering, asking, signing));
    }

    private static Set<String> decisive(Outcome outcome, Set<String> refusing, Set<String> covering,
            Map<Authority, Set<String>> asking, Map<Authority, Set<String>> signing) {
        Set<String> decisive = new HashSet<>();
        switch (outcome) {
            case INELIGIBLE -> alone(refusing, decisive);
            case REFER -> {
                alone(covering, decisive);
                asking.values().forEach(clauses -> alone(clauses, decisive));
            }
            case ELIGIBLE -> {
                alone(covering, decisive);
                signing.values().forEach(clauses -> alone(clauses, decisive));
            }
            case NOT_COVERED, NEEDS_FACTS, CANNOT_EVALUATE -> {
            }
        }
        return decisive;
    }

    private static void alone(Set<String> clauses, Set<String> decisive) {
        if (clauses.size() == 1) {
            decisive.addAll(clauses);
        }
    }

    /** Whether it is eligible, or for somebody to decide. */
    boolean permitted() {
        return permitted(outcome);
    }

    static boolean permitted(Outcome outcome) {
        return outcome == Outcome.ELIGIBLE || outcome == Outcome.REFER;
    }
}
