package nullaosta.party;

import java.time.Instant;
import java.util.Optional;
import nullaosta.quantity.TimeWindow;

/**
 * An officer is away, and one deputy decides in their place.
 *
 * @param number counts from 1, without regard to whose it is
 * @param officer id of who is away
 * @param deputy id of who decides meanwhile
 * @param act what made them the deputy
 * @param enteredBy id of who entered it
 * @param endedAt when it was ended before its time
 * @param digest SHA-256 of what was entered, hexadecimal, as the register has it
 */
public record Absence(int number, String officer, String deputy, String act, TimeWindow window, String enteredBy,
        Instant enteredAt, Optional<Instant> endedAt, String digest) {

    /** Nothing is decided in anybody's place before that they are away is entered. */
    public boolean holds(Instant at) {
        return window.holds(at) && !at.isBefore(enteredAt) && endedAt.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /** Whether it holds now or is still to come. */
    public boolean stands(Instant at) {
        return at.isBefore(window.until()) && endedAt.isEmpty();
    }
}
