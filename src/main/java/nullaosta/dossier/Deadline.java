package nullaosta.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nullaosta.party.OfficeHours;

/**
 * Until when the host's office must have a case decided: it closes then for the last time before the flight departs.
 *
 * @param at the closing; before the request where the office does not work in between
 * @param wholeDays working days that the office has in full until the departure, as notice is counted
 */
public record Deadline(Instant at, int wholeDays) {

    /** Empty where the office does not work within ten years before the departure. */
    public static Optional<Deadline> of(OfficeHours office, Instant departure, Instant now) {
        return office.lastClosing(departure).map(at -> new Deadline(at, office.wholeDays(now, departure)));
    }

    public boolean past(Instant now) {
        return !now.isBefore(at);
    }

    /** Its day in the host's time. */
    public LocalDate day(OfficeHours office) {
        return at.atZone(office.zone()).toLocalDate();
    }
}
