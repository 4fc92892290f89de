package nullaosta.clearance;

import java.time.Instant;
import nullaosta.decision.Decision;
import nullaosta.decision.Verdict;
import nullaosta.mission.Mission;

/** A clearance with the authority it comes from: nothing is issued without one, and only a decision makes one. */
public final class Grant {

    private final Decision decision;
    private final Clearance clearance;

    private Grant(Decision decision, Clearance clearance) {
        this.decision = decision;
        this.clearance = clearance;
    }

    /** @throws IllegalArgumentException if the decision is a refusal: a bug of the caller */
    public static Grant of(Decision decision, Mission mission, String number, int statusIndex, Instant at) {
        if (decision.verdict() != Verdict.APPROVE) {
            throw new IllegalArgumentException("a refusal grants nothing");
        }
        var signers = decision.signatures().stream().map(s -> s.name() + (s.oral().isPresent() ? ", orally" : "")
                + s.inPlaceOf().map(away -> ", in place of " + away.name()).orElse("") + ", for the "
                + s.authority().replace('-', ' '))
                .toList();
        return new Grant(decision,
                new Clearance(number, mission, decision.draft().conditions(), signers, at, statusIndex));
    }

    public Decision decision() {
        return decision;
    }

    public Clearance clearance() {
        return clearance;
    }
}
