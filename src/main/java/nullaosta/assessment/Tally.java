package nullaosta.assessment;

import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;

/** Gathers the statuses of all clauses into an outcome. */
final class Tally {

    private boolean refused;
    private boolean failed;
    private boolean undetermined;
    private boolean covered;
    private boolean refers;

    void add(ClauseKind kind, Status status) {
        switch (status) {
            case Status.Breached breached -> {
                refused |= breached.leadsTo() == OnBreach.REFUSE;
                refers |= breached.leadsTo() == OnBreach.REFER;
            }
            case Status.Failed any -> failed = true;
            case Status.Undetermined any -> undetermined = true;
            case Status.Referred any -> refers = true;
            case Status.Satisfied any -> covered |= kind == ClauseKind.GRANT;
            case Status.NotApplicable any -> {
            }
        }
    }

    /** Whether it is ineligible whatever the other clauses say. */
    boolean refused() {
        return refused;
    }

    boolean undetermined() {
        return undetermined;
    }

    /** The first that holds, in the order in which {@link Outcome} lists them. */
    Outcome outcome() {
        if (refused) {
            return Outcome.INELIGIBLE;
        }
        if (failed) {
            return Outcome.CANNOT_EVALUATE;
        }
        if (undetermined) {
            return Outcome.NEEDS_FACTS;
        }
        if (!covered) {
            return Outcome.NOT_COVERED;
        }
        return refers ? Outcome.REFER : Outcome.ELIGIBLE;
    }
}
