package nullaosta.oversight.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nullaosta.dossier.Phase;

/** Flights to be counted, with nothing about them but what is counted. */
final class Flights {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final List<Phase> PHASES = List.of(Phase.CLEARED, Phase.CLEARED, Phase.CLEARED, Phase.REFUSED,
            Phase.FOR_DECISION, Phase.WITHDRAWN);

    private Flights() {
    }

    static CountedFlight of(String departure, String state, String purpose, Phase phase, String outcome) {
        Instant at = Instant.parse(departure);
        return new CountedFlight(at.atZone(ROME).toLocalDate(), state, purpose, phase,
                outcome.equals("ELIGIBLE") ? Lane.WITHIN : Lane.CASE_BY_CASE, false, false, Optional.empty(),
                Optional.empty(), List.of());
    }

    /** Months from January 2024 on, few states often and some seldom, as it is. */
    static List<CountedFlight> random(Random random) {
        List<CountedFlight> flights = new ArrayList<>();
        int count = random.nextInt(80);
        for (int i = 0; i < count; i++) {
            String departure = Instant.parse("2024-01-10T12:00:00Z").atOffset(ZoneOffset.UTC)
                    .plusMonths(random.nextInt(1 + random.nextInt(14))).toInstant().toString();
            flights.add(of(departure, List.of("US", "DE", "FR", "GB", "NL", "TR").get(seldom(random, 6)),
                    List.of("SURVEILLANCE", "TRANSPORT", "TRAINING", "RESCUE").get(seldom(random, 4)),
                    PHASES.get(random.nextInt(6)), random.nextBoolean() ? "ELIGIBLE" : "REFER"));
        }
        return flights;
    }

    private static int seldom(Random random, int of) {
        return Math.min(random.nextInt(of), random.nextInt(of));
    }
}
