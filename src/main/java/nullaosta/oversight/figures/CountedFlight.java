package nullaosta.oversight.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import nullaosta.dossier.Row;

/**
 * What is counted of one case.
 *
 * @param decidedAt when it was cleared or refused as it now stands
 * @param inBlock   whether it was cleared in a block
 * @param terms     id of the version it was assessed under: {@code it-us-sigonella/1}
 */
public record CountedFlight(Row row, Optional<Instant> decidedAt, boolean inBlock, Optional<String> terms) {

    /** Of its departure, in the host's time. */
    public YearMonth month() {
        return YearMonth.from(row.departureDay());
    }

    /** {@code cleared}, {@code refused}, {@code withdrawn} or {@code not decided}. */
    public String outcome() {
        return row.phase().open() ? "not decided" : row.phase().words();
    }

    public String lane() {
        return Lane.of(row, inBlock).words();
    }
}
