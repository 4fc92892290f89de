package nullaosta.dossier;

import java.time.Instant;
import java.util.Optional;
import nullaosta.decision.Oral;
import nullaosta.decision.Signature;

/**
 * A decision given by word of mouth that the case still rests on, and what became of it.
 *
 * @param signature as the duty officer entered it
 * @param confirmed the officer's own signature under it
 * @param lapsedAt when its time passed, or the officer denied it, without one
 */
public record HeldOral(Signature signature, Optional<Signature> confirmed, Optional<Instant> lapsedAt) {

    public Oral oral() {
        return signature.oral().orElseThrow();
    }

    /** Whether its officer still has time. */
    public boolean open() {
        return confirmed.isEmpty() && lapsedAt.isEmpty();
    }

    public boolean by(String officer) {
        return signature.officer().equals(officer);
    }
}
