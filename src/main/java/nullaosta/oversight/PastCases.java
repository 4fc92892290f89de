package nullaosta.oversight;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import nullaosta.mission.DataMode;

/** Where past cases come from, as many as there are, one after the other. */
public interface PastCases {

    /**
     * Those of one agreement, in the order of departure.
     *
     * @param from       the earliest departure; empty for all
     * @param each       gets every case whose facts can be read
     * @param unreadable gets the others
     */
    void each(String agreement, DataMode mode, Optional<Instant> from, Consumer<PastCase> each,
            Consumer<NotReplayed> unreadable);
}
