package nullaosta.oversight.movements;

import java.time.Instant;

/**
 * A take-off or landing as it was entered in the case of a cleared flight.
 *
 * @param number of the case
 */
public record EnteredMovement(String number, String callSign, String tail, String aerodrome, ListedMovement.Kind kind,
        Instant at) {}
