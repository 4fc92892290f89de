package nullaosta.zone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.quantity.TimeWindow;

/**
 * When a zone holds: {@code limitedApplicability} of ED-318.
 *
 * @param from not before, if it says so
 * @param until no longer than, if it says so
 * @param schedule hours of weekdays within that; empty for all the time
 */
public record Activity(Optional<Instant> from, Optional<Instant> until, List<DailyHours> schedule) {

    public Activity {
        schedule = List.copyOf(schedule);
    }

    boolean mayHold(TimeWindow window) {
        return from.map(window.until()::isAfter).orElse(true) && until.map(window.from()::isBefore).orElse(true)
                && (schedule.isEmpty() || schedule.stream().anyMatch(hours -> hours.mayHold(window)));
    }
}
