package nullaosta.assessment;

import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Authority;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.Source;
import nullaosta.agreement.vocabulary.Basis;

/**
 * What was found of one clause; it carries the clause's words, so that it can be read without the terms.
 *
 * @param facts the facts it looked at, present or absent, in the vocabulary's order
 */
public record Finding(String clause, ClauseKind kind, String text, List<Source> sources, Basis basis, Status status,
        List<FactSeen> facts) {

    public Finding {
        sources = List.copyOf(sources);
        facts = facts instanceof FactsSeen ? facts : List.copyOf(facts);
    }

    /** Who decides the case because of this finding. */
    public Optional<Authority> refersTo() {
        return switch (status) {
            case Status.Referred(Authority authority) -> Optional.of(authority);
            case Status.Breached breached -> breached.authority();
            default -> Optional.empty();
        };
    }

    /** Who signs what this grant brings within the agreement, where it says so. */
    public Optional<Authority> signs() {
        return status instanceof Status.Satisfied(Optional<Authority> authority) ? authority : Optional.empty();
    }

    /** Whether it keeps the flight from being eligible by itself; a referral does not, it asks somebody. */
    public boolean inTheWay() {
        return switch (status) {
            case Status.Breached breached -> breached.leadsTo() != nullaosta.agreement.OnBreach.RECORD;
            case Status.Undetermined undetermined -> true;
            case Status.Failed failed -> true;
            case Status.Satisfied satisfied -> false;
            case Status.NotApplicable notApplicable -> false;
            case Status.Referred referred -> false;
        };
    }
}
