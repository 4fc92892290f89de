package nullaosta.oversight.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.party.OfficeHours;

/**
 * What is counted of one case, and nothing else of it: a register keeps one in memory for each.
 *
 * @param departureDay in the host's time
 * @param deviated whether a deviation was confirmed, closed or not
 * @param silent whether nothing was heard of it for too long at any time
 * @param workingDays from receipt to decision, in whole ones of the host's office; empty where it is not decided, and for
 *     one that was cleared in a block
 * @param terms id of the version it was assessed under: {@code it-us-sigonella/1}
 * @param refusalClauses on which a refusal rested, with their agreement
 */
public record CountedFlight(LocalDate departureDay, String state, String purpose, Phase phase, Lane lane,
        boolean deviated, boolean silent, Optional<Integer> workingDays, Optional<String> terms,
        List<String> refusalClauses) {

    public CountedFlight {
        refusalClauses = List.copyOf(refusalClauses);
    }

    /**
     * @param decidedAt when it was last cleared or refused
     * @param inBlock whether it was cleared in a block
     */
    public static CountedFlight of(Row row, Optional<Instant> decidedAt, boolean inBlock, Optional<String> terms,
            OfficeHours office) {
        return new CountedFlight(row.departureDay(), row.operatorState().intern(), row.purpose().intern(), row.phase(),
                Lane.of(row, inBlock), row.deviations() > 0, row.silences() > 0,
                decidedAt.filter(at -> !inBlock && !row.phase().open())
                        .map(at -> office.wholeDays(row.receivedAt(), at)),
                terms.map(String::intern), refusal(row));
    }

    private static List<String> refusal(Row row) {
        return row.phase() != Phase.REFUSED || row.refusalClauses().isEmpty()
                ? List.of()
                : List.of(row.refusalClauses().split(",")).stream()
                        .map(clause -> row.agreement().map(id -> clause + " of " + id).orElse(clause)).toList();
    }

    /** Of its departure, in the host's time. */
    public YearMonth month() {
        return YearMonth.from(departureDay);
    }

    /** {@code cleared}, {@code refused}, {@code withdrawn} or {@code not decided}. */
    public String outcome() {
        return phase.open() ? "not decided" : phase.words();
    }
}
