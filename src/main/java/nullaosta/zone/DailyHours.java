package nullaosta.zone;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import nullaosta.quantity.TimeWindow;

/**
 * Hours of some weekdays: {@code dailyPeriod} of ED-318.
 *
 * @param days empty for every day
 * @param from empty where an event of daylight begins it
 * @param until the same or earlier than {@code from} for the next day's; empty where an event of daylight ends it
 */
public record DailyHours(Set<DayOfWeek> days, Optional<OffsetTime> from, Optional<OffsetTime> until) {

    /** Longer windows than this meet each weekday. */
    private static final Duration WEEK = Duration.ofDays(8);
    private static final Duration DAY = Duration.ofDays(1);

    public DailyHours {
        days = Set.copyOf(days);
    }

    boolean mayHold(TimeWindow window) {
        if (window.length().compareTo(WEEK) >= 0) {
            return true;
        }
        ZoneOffset offset = from.or(() -> until).map(OffsetTime::getOffset).orElse(ZoneOffset.UTC);
        LocalDate last = window.until().atOffset(offset).toLocalDate();
        for (LocalDate day = window.from().atOffset(offset).toLocalDate().minusDays(2); !day
                .isAfter(last.plusDays(1)); day = day
                        .plusDays(1)) {
            if ((days.isEmpty() || days.contains(day.getDayOfWeek())) && on(day, offset).overlaps(window)) {
                return true;
            }
        }
        return false;
    }

    /** Where an event of daylight ends or begins them, the day before or after it: longer than the hours can be. */
    private TimeWindow on(LocalDate day, ZoneOffset offset) {
        Instant starts = from.map(time -> time.atDate(day).toInstant()).orElseGet(() -> day.atStartOfDay(offset)
                .toInstant());
        Instant ends = until.map(time -> time.atDate(day).toInstant()).orElse(starts);
        if (from.isEmpty() || until.isEmpty()) {
            return new TimeWindow((from.isPresent() ? starts : ends).minus(from.isPresent() ? Duration.ZERO : DAY),
                    ends.plus(DAY));
        }
        return new TimeWindow(starts, ends.isAfter(starts) ? ends : ends.plus(DAY));
    }
}
