package nullaosta.party;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The host holds a state to be party to an armed conflict.
 *
 * @param from the first day
 * @param until the first day on which it no longer does
 */
public record Belligerence(StateCode state, LocalDate from, Optional<LocalDate> until) {

    public Belligerence {
        until.filter(end -> !from.isBefore(end)).ifPresent(end -> {
            throw new IllegalArgumentException("a belligerence from " + from + " until " + end
                    + "; expected the end after the beginning");
        });
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
}
