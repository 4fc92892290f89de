package nullaosta.quantity;

import java.time.Duration;
import java.time.Instant;

/** From an instant, included, until a later one, excluded. */
public record TimeWindow(Instant from, Instant until) {

    public TimeWindow {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "window from `" + from + "` until `" + until + "`; expected from before until");
        }
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether all of {@code other} lies within. */
    public boolean holds(TimeWindow other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public TimeWindow shifted(Duration by) {
        return new TimeWindow(from.plus(by), until.plus(by));
    }
}
