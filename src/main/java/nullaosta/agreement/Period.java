package nullaosta.agreement;

import java.time.LocalDate;
import java.util.Optional;

/** From a first day until the first day on which it no longer holds; without an end while that is open. */
public record Period(LocalDate from, Optional<LocalDate> until) {

    public Period {
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    public boolean overlaps(Period other) {
        return until.map(other.from::isBefore).orElse(true) && other.until.map(from::isBefore).orElse(true);
    }

    /** For people, who read the last day as one that counts: {@code from 2016-01-01, last day 2016-11-30}. */
    public String inWords() {
        return "from " + from + until.map(day -> ", last day " + day.minusDays(1)).orElse("");
    }

    @Override
    public String toString() {
        return "from " + from + until.map(day -> " until " + day).orElse("");
    }
}
