package nullaosta.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.seal.IssuerPublicKey;

/**
 * Every act of the appointing authority so far; one that it did not sign is refused.
 *
 * @param authority its public key, which trust files pin
 */
public record Roll(IssuerPublicKey authority, List<Act> acts) {

    /** @throws IllegalArgumentException for an act that it did not sign */
    public Roll {
        acts = List.copyOf(acts);
        if (!acts.stream().allMatch(act -> act.signedBy(authority))) {
            throw new IllegalArgumentException("an act that the appointing authority did not sign");
        }
    }

    /** The appointment that lets a key sign for an authority at an instant. */
    public Optional<Appointment> appointment(String kid, String authority, Instant at) {
        return appointments().stream().filter(it -> it.key().kid().equals(kid) && it.authority().equals(authority)
                && it.holds(at) && !ended(kid, at)).findFirst();
    }

    /** The keys that a person may sign with at an instant, for whatever authority. */
    public List<Appointment> of(String officer, Instant at) {
        return appointments().stream()
                .filter(it -> it.officer().equals(officer) && it.holds(at) && !ended(it.key().kid(), at)).toList();
    }

    private List<Appointment> appointments() {
        return acts.stream().filter(Act.Appointed.class::isInstance).map(Act.Appointed.class::cast)
                .map(Act.Appointed::appointment).toList();
    }

    private boolean ended(String kid, Instant at) {
        return acts.stream().anyMatch(
                act -> act instanceof Act.Ended ended && ended.kid().equals(kid) && !at.isBefore(ended.from()));
    }
}
