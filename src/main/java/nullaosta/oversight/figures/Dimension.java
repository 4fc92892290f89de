package nullaosta.oversight.figures;

import java.util.Locale;
import java.util.function.Function;

/** What flights are counted by. */
public enum Dimension {
    /** Of departure, in the host's time. */
    MONTH(flight -> flight.month().toString()),
    STATE(CountedFlight::state),
    PURPOSE(CountedFlight::purpose),
    LANE(flight -> flight.lane().words()),
    OUTCOME(CountedFlight::outcome);

    private final Function<CountedFlight, String> of;

    Dimension(Function<CountedFlight, String> of) {
        this.of = of;
    }

    public String of(CountedFlight flight) {
        return of.apply(flight);
    }

    /** The column of the published file. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
