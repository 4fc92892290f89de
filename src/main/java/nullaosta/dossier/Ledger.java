package nullaosta.dossier;

import java.time.Instant;
import java.util.List;
import nullaosta.quantity.TimeWindow;

/**
 * What an agreement has used up, one case left out. Each aircraft is a sortie.
 *
 * @param sortiesToday     flights cleared for the calendar day of the departure
 * @param sortiesThisMonth flights cleared for its calendar month
 * @param aircraftAtOnce   the most that share a moment of the case's window
 */
public record Ledger(int sortiesToday, int sortiesThisMonth, int aircraftAtOnce) {

    /**
     * With the case's own further aircraft: terms compare what is used up with a limit as if one more were asked for, so of a
     * formation all but one count before it is cleared.
     */
    public Ledger with(int more) {
        return new Ledger(sortiesToday + more, sortiesThisMonth + more, aircraftAtOnce + more);
    }

    /** The most of {@code others} that share one moment within {@code window}: it begins where one of them begins, or the window does. */
    public static int atOnce(TimeWindow window, List<TimeWindow> others) {
        List<TimeWindow> within = others.stream().filter(window::overlaps).toList();
        int most = 0;
        for (TimeWindow each : within) {
            Instant moment = each.from().isBefore(window.from()) ? window.from() : each.from();
            most = Math.max(most, (int) within.stream().filter(other -> other.holds(moment)).count());
        }
        return most;
    }
}
