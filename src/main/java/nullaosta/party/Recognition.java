package nullaosta.party;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The host recognised a government from a date, included, until another, excluded.
 *
 * @param government code such as {@code GNA}
 * @param until empty while it is recognised
 */
public record Recognition(String government, LocalDate from, Optional<LocalDate> until) {

    public Recognition {
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw new IllegalArgumentException("recognition of `" + government + "` from `" + from + "` until `"
                    + until.get() + "`; expected from before until");
        }
    }

    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(from) && until.map(date::isBefore).orElse(true);
    }
}
