package nullaosta.oversight.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.mission.DataMode;
import nullaosta.quantity.TimeWindow;

/** Flights to be counted, with nothing about them but what is counted. */
final class Flights {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final List<Phase> PHASES = List.of(Phase.CLEARED, Phase.CLEARED, Phase.CLEARED, Phase.REFUSED,
            Phase.FOR_DECISION, Phase.WITHDRAWN);

    private Flights() {
    }

    static CountedFlight of(String departure, String state, String purpose, Phase phase, String outcome) {
        Instant at = Instant.parse(departure);
        Row row = new Row(new DossierId(new UUID(0, 1)), "IT-1", DataMode.REAL, state, "", "", "", "", "SIGONELLA",
                purpose, false, "", at, at.atZone(ROME).toLocalDate(), new TimeWindow(at, at.plusSeconds(60)),
                at.minusSeconds(86_400), phase, Optional.empty(), outcome, "", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, 0, 0, "", 1, 0, false, 0,
                0, 1, List.of(), Optional.empty(), Optional.empty(), 0, List.of());
        return new CountedFlight(row, Optional.empty(), false, Optional.empty());
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
