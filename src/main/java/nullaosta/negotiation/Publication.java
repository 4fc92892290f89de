package nullaosta.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nullaosta.agreement.Period;

/**
 * A version that all parties signed.
 *
 * @param at     of the last signature
 * @param period in which it is law: that of its text, ended by the first later version that begins within it
 */
public record Publication(VersionText version, Instant at, Period period) {

    /** The day of the last signature in the host's time. */
    public LocalDate on(ZoneId host) {
        return LocalDate.ofInstant(at, host);
    }
}
