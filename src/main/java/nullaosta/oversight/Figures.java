package nullaosta.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.mission.DataMode;

/**
 * Counts for the public register, of one data mode: they say how many, never which.
 *
 * @param open not decided yet
 * @param blocks leave for several flights, each of which is counted when it is announced
 * @param deviated in whose flight a deviation was confirmed, whether or not it was closed
 * @param silent   of whose flight nothing was heard for a time; whether such a flight kept to its clearance is unknown
 */
public record Figures(int asked, int cleared, int refused, int open, int blocks, int deviated, int silent,
        List<StateLine> byState,
        Map<String, Integer> refusalsByClause) {

    public record StateLine(String state, int asked, int cleared, int refused) {

        public int percentCleared() {
            return asked == 0 ? 0 : 100 * cleared / asked;
        }
    }

    public Figures {
        byState = List.copyOf(byState);
        refusalsByClause = new TreeMap<>(refusalsByClause);
    }

    public static Figures of(List<Row> rows, DataMode mode) {
        // a block is leave for flights, each of which is counted as it is announced
        List<Row> all = rows.stream().filter(row -> row.mode() == mode).toList();
        List<Row> counted = all.stream().filter(row -> row.phase() != Phase.BLOCK).toList();
        Map<String, List<Row>> states = new TreeMap<>();
        Map<String, Integer> clauses = new TreeMap<>();
        for (Row row : counted) {
            states.computeIfAbsent(row.operatorState(), any -> new ArrayList<>()).add(row);
            if (row.phase() == Phase.REFUSED && !row.refusalClauses().isEmpty()) {
                List.of(row.refusalClauses().split(",")).forEach(clause -> clauses
                        .merge(row.agreement().map(id -> clause + " of " + id).orElse(clause), 1, Integer::sum));
            }
        }
        List<StateLine> lines = states.entrySet().stream()
                .map(state -> new StateLine(state.getKey(), state.getValue().size(),
                        count(state.getValue(), Phase.CLEARED), count(state.getValue(), Phase.REFUSED)))
                .toList();
        return new Figures(counted.size(), count(counted, Phase.CLEARED), count(counted, Phase.REFUSED),
                (int) counted.stream().filter(row -> row.phase().open()).count(), count(all, Phase.BLOCK),
                (int) counted.stream().filter(row -> row.deviations() > 0).count(),
                (int) counted.stream().filter(row -> row.silences() > 0).count(), lines, clauses);
    }

    private static int count(List<Row> rows, Phase phase) {
        return (int) rows.stream().filter(row -> row.phase() == phase).count();
    }
}
