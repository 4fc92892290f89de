package nullaosta.oversight.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.dossier.Phase;

/**
 * The public register's counts at one instant.
 *
 * @param asked    flights
 * @param blocks   leave for several flights, each of which is counted when it is announced
 * @param deviated in whose flight a deviation was confirmed, whether or not it was closed
 * @param silent   of whose flight nothing was heard for a time; whether such a flight kept to its clearance is unknown
 * @param totals   by each dimension; no category stands for fewer than three flights
 * @param tables   by two dimensions
 * @param percentByBasis of the conditions that cleared flights were under, each counted once a flight; empty for fewer
 *                       than three such flights
 */
public record Figures(Instant at, Count asked, Count blocks, Count deviated, Count silent,
        Map<Dimension, Map<String, Integer>> totals, List<CountTable> tables, Map<String, Count> refusalsByClause,
        Optional<Durations> durations, Map<Basis, Integer> percentByBasis) {

    private static final Dimension[][] PAIRS = {{Dimension.MONTH, Dimension.OUTCOME},
            {Dimension.MONTH, Dimension.STATE}, {Dimension.MONTH, Dimension.PURPOSE}, {Dimension.MONTH, Dimension.LANE},
            {Dimension.STATE, Dimension.OUTCOME}};

    public Figures {
        totals = new EnumMap<>(totals);
        tables = List.copyOf(tables);
        refusalsByClause = new TreeMap<>(refusalsByClause);
        percentByBasis = percentByBasis.isEmpty() ? Map.of() : new EnumMap<>(percentByBasis);
    }

    /**
     * @param cases of one data mode
     * @param terms by the id of a version
     */
    public static Figures of(List<CountedFlight> cases, Function<String, Optional<Terms>> terms, Instant at) {
        // a block is leave for flights, each of which is counted as it is announced
        List<CountedFlight> flights = cases.stream().filter(it -> it.phase() != Phase.BLOCK).toList();
        Map<Dimension, Map<String, Integer>> totals = new EnumMap<>(Dimension.class);
        Map<Dimension, Map<String, String>> names = new EnumMap<>(Dimension.class);
        List<CountTable> tables = new ArrayList<>();
        boolean enough = flights.size() >= Count.FEWEST;
        for (Dimension dimension : Dimension.values()) {
            SortedMap<String, Integer> counts = new TreeMap<>();
            flights.forEach(flight -> counts.merge(dimension.of(flight), 1, Integer::sum));
            Map<String, String> named = dimension == Dimension.MONTH
                    ? Merging.months(counts)
                    : Merging.categories(counts);
            Map<String, Integer> told = new TreeMap<>();
            if (enough) {
                counts.forEach((category, count) -> told.merge(name(named, category), count, Integer::sum));
            }
            names.put(dimension, named);
            totals.put(dimension, told);
        }
        if (enough) {
            for (Dimension[] pair : PAIRS) {
                tables.add(table(flights, pair[0], pair[1], totals, names));
            }
        }
        return new Figures(at, Count.of(flights.size()), Count.of(cases.size() - flights.size()),
                count(flights, CountedFlight::deviated), count(flights, CountedFlight::silent), totals,
                tables, clauses(flights), Durations.of(flights), bases(flights, terms));
    }

    /** The same counts at a later instant, until which nothing has changed. */
    public Figures still(Instant later) {
        return new Figures(later, asked, blocks, deviated, silent, totals, tables, refusalsByClause, durations,
                percentByBasis);
    }

    private static CountTable table(List<CountedFlight> flights, Dimension down, Dimension across,
            Map<Dimension, Map<String, Integer>> totals, Map<Dimension, Map<String, String>> names) {
        List<String> rows = List.copyOf(of(totals, down).keySet());
        List<String> columns = List.copyOf(of(totals, across).keySet());
        int[][] counts = new int[rows.size()][columns.size()];
        for (CountedFlight flight : flights) {
            counts[rows.indexOf(name(of(names, down), down.of(flight)))][columns
                    .indexOf(name(of(names, across), across.of(flight)))]++;
        }
        return CountTable.of(down, across, rows, columns, counts);
    }

    private static <T> Map<String, T> of(Map<Dimension, Map<String, T>> all, Dimension dimension) {
        return all.getOrDefault(dimension, Map.of());
    }

    private static String name(Map<String, String> names, String category) {
        return names.getOrDefault(category, category);
    }

    private static Count count(List<CountedFlight> flights, Predicate<CountedFlight> which) {
        return Count.of((int) flights.stream().filter(which).count());
    }

    private static Map<String, Count> clauses(List<CountedFlight> flights) {
        Map<String, Integer> clauses = new TreeMap<>();
        flights.stream().flatMap(flight -> flight.refusalClauses().stream())
                .forEach(clause -> clauses.merge(clause, 1, Integer::sum));
        Map<String, Count> told = new TreeMap<>();
        clauses.forEach((clause, count) -> told.put(clause, Count.of(count)));
        return told;
    }

    private static Map<Basis, Integer> bases(List<CountedFlight> flights, Function<String, Optional<Terms>> terms) {
        Map<Basis, Integer> conditions = new EnumMap<>(Basis.class);
        int cleared = 0;
        for (CountedFlight flight : flights) {
            Optional<Terms> under = flight.terms().flatMap(terms).filter(it -> flight.phase() == Phase.CLEARED);
            cleared += under.isPresent() ? 1 : 0;
            under.ifPresent(it -> it.clauses().stream().filter(clause -> clause.kind().demands()).map(Clause::basis)
                    .forEach(basis -> conditions.merge(basis, 1, Integer::sum)));
        }
        int all = conditions.values().stream().mapToInt(Integer::intValue).sum();
        if (cleared < Count.FEWEST || all == 0) {
            return Map.of();
        }
        Map<Basis, Integer> percent = new EnumMap<>(Basis.class);
        conditions.forEach((basis, count) -> percent.put(basis, Math.round(100f * count / all)));
        return percent;
    }

    /** The last of the months that are told together under a name. */
    public static YearMonth lastMonth(String months) {
        return Merging.span(months).getLast();
    }

    public Map<String, Integer> total(Dimension dimension) {
        return of(totals, dimension);
    }

    /** For programs; a count that is not told is null. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("snapshot", at.toString());
        map.put("asked", json(asked));
        map.put("blocks", json(blocks));
        map.put("deviated", json(deviated));
        map.put("silent", json(silent));
        totals.forEach((dimension, counts) -> map.put(dimension.column(), counts));
        map.put("tables", tables.stream().map(table -> Map.of("down", table.down().column(), "across",
                table.across().column(), "rows", table.rows(), "columns", table.columns(), "counts",
                table.cells().stream().map(row -> row.stream().map(Figures::json).toList()).toList())).toList());
        Map<String, Object> clauses = new TreeMap<>();
        refusalsByClause.forEach((clause, count) -> clauses.put(clause, json(count)));
        map.put("refusalsByClause", clauses);
        durations.ifPresent(it -> map.put("workingDays",
                Map.of("decided", it.decided(), "median", it.median(), "longest", it.longest(), "spread",
                        it.spread().stream().map(Figures::json).toList())));
        map.put("percentByBasis", percentByBasis);
        return map;
    }

    private static Map<String, Object> json(Span span) {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("from", span.from(), "decisions", span.decisions()));
        if (span.until() != Span.LONGEST) {
            map.put("until", span.until());
        }
        return map;
    }

    private static Optional<Integer> json(Count count) {
        return count.told().isPresent() ? Optional.of(count.told().getAsInt()) : Optional.empty();
    }
}
