package nullaosta.oversight.figures;

import java.util.List;
import java.util.Optional;

/**
 * How long decisions took, in whole working days of the host's office from receipt to decision.
 *
 * @param decided how many were decided, flights cleared in a block left out
 * @param median  the lower one of an even number
 * @param spread  how many took how long
 */
public record Durations(int decided, int median, int longest, List<Span> spread) {

    public Durations {
        spread = List.copyOf(spread);
    }

    /** Empty for fewer than three decisions. */
    static Optional<Durations> of(List<CountedFlight> flights) {
        List<Integer> days = flights.stream().flatMap(flight -> flight.workingDays().stream()).sorted().toList();
        return days.size() < Count.FEWEST
                ? Optional.empty()
                : Optional
                        .of(new Durations(days.size(), days.get((days.size() - 1) / 2), days.getLast(), Span.of(days)));
    }
}
