package nullaosta.dossier;

import java.time.Instant;
import java.util.Optional;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.Life;

/**
 * The latest clearance of a case.
 *
 * @param token the signed document without receipt
 * @param withdrawnFrom from when a suspended or revoked one permits nothing
 */
public record HeldClearance(Clearance clearance, String token, Life life, Optional<Instant> withdrawnFrom) {

    HeldClearance living(Life next, Optional<Instant> from) {
        return new HeldClearance(clearance, token, next, from);
    }
}
