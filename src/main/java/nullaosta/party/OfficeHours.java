package nullaosta.party;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * When the host's office works. A working day is one of its week's days that is neither a public holiday of the whole
 * state nor a day on which the host says it is closed.
 *
 * @param opens  local time of the host, on each working day
 * @param closes the same, later than {@code opens}
 * @param closed days beyond the public holidays
 */
public record OfficeHours(StateCode state, ZoneId zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes,
        Set<LocalDate> closed) {

    /** Counting stops here, so that a request for the far future costs no more than one for next year. */
    public static final int MOST = 1_000;

    public OfficeHours {
        days = Set.copyOf(days);
        closed = Set.copyOf(closed);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("an office without a day of work; expected at least one");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "an office that opens at " + opens + " and closes at " + closes + "; expected to open first");
        }
        if (!HolidayManager.getSupportedCalendarCodes().contains(state.code())) {
            throw new IllegalArgumentException("no calendar of public holidays is known for " + state.code());
        }
    }

    public boolean works(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !closed.contains(day)
                && !HolidayManager.getInstance(ManagerParameters.create(state.code()))
                        .isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    /**
     * The working days that the office has in full between two instants: a day counts if the request is there when it
     * opens and the flight has not left when it closes. So the day of receipt counts only for what came before opening.
     */
    public int wholeDays(Instant from, Instant until) {
        LocalDate day = from.atZone(zone).toLocalDate();
        int whole = 0;
        while (whole < MOST && !at(day, closes).isAfter(until)) {
            if (!at(day, opens).isBefore(from) && works(day)) {
                whole++;
            }
            day = day.plusDays(1);
        }
        return whole;
    }

    /**
     * The last moment at which a request gives the office so many whole days before {@code until}: when it opens on the
     * first of them; {@code until} itself for none. Empty where the office does not work that often within ten years.
     */
    public Optional<Instant> lastMoment(int days, Instant until) {
        LocalDate day = until.atZone(zone).toLocalDate();
        int whole = 0;
        for (int back = 0; back < 3_660 && whole < days; back++) {
            if (!at(day, closes).isAfter(until) && works(day)) {
                whole++;
            }
            day = day.minusDays(1);
        }
        if (whole < days) {
            return Optional.empty();
        }
        return Optional.of(days == 0 ? until : at(day.plusDays(1), opens));
    }

    /** When it closes for the last time at or before {@code until}; empty where it does not within ten years. */
    public Optional<Instant> lastClosing(Instant until) {
        LocalDate day = until.atZone(zone).toLocalDate();
        for (int back = 0; back < 3_660; back++) {
            if (works(day) && !at(day, closes).isAfter(until)) {
                return Optional.of(at(day, closes));
            }
            day = day.minusDays(1);
        }
        return Optional.empty();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
