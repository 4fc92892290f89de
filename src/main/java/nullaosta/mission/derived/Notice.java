package nullaosta.mission.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.mission.Mission;
import nullaosta.mission.Receipt;
import nullaosta.party.OfficeHours;

/** How early the request came. */
public final class Notice {

    private Notice() {
    }

    /** @param takenOffAt when the aircraft took off, if it is known to have */
    public static List<Derived> of(Mission mission, Receipt receipt, Optional<Instant> takenOffAt, OfficeHours office) {
        Instant received = receipt.receivedAt();
        Instant departure = mission.departure();
        boolean before = received.isBefore(departure) && takenOffAt.map(received::isBefore).orElse(true);
        String from = "received " + received + " (" + receipt.evidence() + ")";
        int days = office.wholeDays(received, departure);
        return List.of(Derived.known("mission.receivedBeforeTakeoff", before, from),
                Derived.known("mission.notice", Duration.between(received, departure), from + ", departs " + departure),
                Derived.known("mission.noticeWorkingDays", (long) days, from + ", departs " + departure
                        + "; days on which the office was open from " + office.opens() + " to " + office.closes()
                        + (days == OfficeHours.MOST ? ", or more" : "")));
    }
}
