package nullaosta.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.proof.formula.FactSpace;

/**
 * Makes an example as small and plain as it can be while it still shows the same: it says no where a yes does
 * not matter, leaves out facts, then tries plainer values. The evaluator judges each step, and what it finds with facts missing stays so whatever they are.
 */
final class Shortening {

    private static final int HALVINGS = 60;

    private final FactSpace space;
    private final LocalDate day;
    private final ZoneId timezone;

    /** @param terms whose first day in force, and else 2016-03-01, is the day that examples prefer */
    Shortening(FactSpace space, Terms terms) {
        this.space = space;
        day = terms.inForce().map(period -> period.from().plusDays(1)).orElse(LocalDate.of(2016, 3, 1));
        timezone = terms.timezone();
    }

    Example of(Example example, Predicate<Example> shows) {
        Example best = example;
        for (Map.Entry<String, Value> fact : example.facts().entrySet()) {
            if (fact.getValue() instanceof Value.Bool) {
                best = plainer(best, fact.getKey(), shows);
            }
        }
        for (String fact : hardestFirst(best)) {
            Example fewer = best.without(fact);
            if (shows.test(fewer)) {
                best = fewer;
            }
        }
        Example before;
        do {
            before = best;
            for (String fact : before.facts().keySet()) {
                best = plainer(best, fact, shows);
            }
            best = plainerTogether(best, shows);
        } while (best != before);
        return best;
    }

    private Example plainerTogether(Example example, Predicate<Example> shows) {
        Example best = example;
        for (Value value : distinct(example)) {
            for (Value candidate : candidates(value)) {
                Example other = replaced(best, value, candidate);
                if (shows.test(other)) {
                    best = other;
                    break;
                }
            }
        }
        return best;
    }

    /** Single days, instants and names, each once: where a value stands in several places it may have to stay the same. */
    private static Set<Value> distinct(Example example) {
        Set<Value> values = new LinkedHashSet<>();
        for (Value value : example.facts().values()) {
            List<Value> all = value instanceof Value.Rows rows
                    ? rows.rows().stream().flatMap(row -> row.stated().values().stream()).toList()
                    : List.of(value);
            all.stream().filter(it -> it instanceof Value.Day || it instanceof Value.Moment
                    || it instanceof Value.Symbol).forEach(values::add);
        }
        return values;
    }

    private static Example replaced(Example example, Value from, Value to) {
        Map<String, Value> facts = new LinkedHashMap<>();
        example.facts().forEach((name, value) -> facts.put(name, value instanceof Value.Rows rows
                ? new Value.Rows(rows.row(), rows.rows().stream().map(row -> {
                    Map<String, Value> stated = new LinkedHashMap<>(row.stated());
                    stated.replaceAll((field, it) -> it.equals(from) ? to : it);
                    return new Value.Row(stated, row.whenAbsent());
                }).toList())
                : value.equals(from) ? to : value));
        return new Example(facts);
    }

    /** Lists and dates are harder to read than names, and names than a yes or no. */
    private static List<String> hardestFirst(Example example) {
        return new ArrayList<>(example.facts().entrySet()).reversed().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Value> fact) -> switch (fact.getValue()) {
                    case Value.Rows rows -> 0;
                    case Value.SymbolSet set -> 1;
                    case Value.Day day -> 2;
                    case Value.Moment moment -> 2;
                    case Value.Span span -> 2;
                    case Value.Int number -> 3;
                    case Value.Symbol symbol -> 4;
                    case Value.Bool bool -> 5;
                })).map(Map.Entry::getKey).toList();
    }

    /** Takes the first plainer value that shows the same, and looks again from there. */
    private Example plainer(Example example, String fact, Predicate<Example> shows) {
        Example best = example;
        for (int i = 0; i < HALVINGS; i++) {
            Example from = best;
            Value now = java.util.Objects.requireNonNull(best.facts().get(fact));
            for (Value candidate : candidates(now)) {
                Example other = from.with(fact, candidate);
                if (shows.test(other)) {
                    best = other;
                    break;
                }
            }
            if (best == from) {
                return best;
            }
        }
        return best;
    }

    /** Plainer values than this one, the plainest first; none of them leads back. */
    private List<Value> candidates(Value value) {
        return switch (value) {
            case Value.Bool(boolean holds) -> holds ? List.of(new Value.Bool(false)) : List.of();
            case Value.Int(long number) -> number == 0
                    ? List.of()
                    : number == 1
                            ? List.of(new Value.Int(0))
                            : List.of(new Value.Int(0), new Value.Int(1),
                                    new Value.Int(number / 2), new Value.Int(number - Long.signum(number)));
            case Value.Day(LocalDate date) -> date.equals(day) ? List.of() : List.of(new Value.Day(day));
            case Value.Moment(Instant moment) -> moments(moment);
            case Value.Span(Duration span) -> spans(span);
            case Value.Symbol symbol -> space.isOther(symbol)
                    ? space.namesOf(symbol.type()).stream().<Value>map(name -> new Value.Symbol(symbol.type(), name))
                            .filter(other -> !space.isOther((Value.Symbol) other)).toList()
                    : List.of();
            case Value.SymbolSet set -> set.names().stream().<Value>map(name -> less(set, name)).toList();
            case Value.Rows rows -> rows(rows);
        };
    }

    private List<Value> moments(Instant moment) {
        Instant noon = day.atTime(LocalTime.NOON).atZone(timezone).toInstant();
        if (moment.equals(noon)) {
            return List.of();
        }
        List<Value> candidates = new ArrayList<>(List.of(new Value.Moment(noon)));
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            Instant cut = moment.truncatedTo(unit);
            if (cut.equals(moment)) {
                break;
            }
            candidates.add(new Value.Moment(cut));
        }
        return candidates;
    }

    private static List<Value> spans(Duration span) {
        List<Value> candidates = new ArrayList<>();
        for (Duration unit : List.of(Duration.ofDays(36_500), Duration.ofDays(1), Duration.ofHours(1),
                Duration.ofMinutes(1), Duration.ofSeconds(1))) {
            Duration cut = unit.multipliedBy(span.dividedBy(unit));
            if (cut.equals(span)) {
                break;
            }
            candidates.add(new Value.Span(cut));
        }
        return candidates;
    }

    private static Value less(Value.SymbolSet set, String name) {
        TreeSet<String> names = new TreeSet<>(set.names());
        names.remove(name);
        return new Value.SymbolSet(set.type(), names);
    }

    private List<Value> rows(Value.Rows rows) {
        List<Value> candidates = new ArrayList<>();
        for (int at = 0; at < rows.rows().size(); at++) {
            List<Value.Row> fewer = new ArrayList<>(rows.rows());
            fewer.remove(at);
            candidates.add(new Value.Rows(rows.row(), fewer));
        }
        for (int at = 0; at < rows.rows().size(); at++) {
            Value.Row row = rows.rows().get(at);
            for (Map.Entry<String, Value> field : row.stated().entrySet()) {
                Map<String, Value> stated = new LinkedHashMap<>(row.stated());
                if (row.whenAbsent().containsKey(field.getKey())) {
                    stated.remove(field.getKey());
                    candidates.add(replaced(rows, at, new Value.Row(stated, row.whenAbsent())));
                }
                for (Value value : candidates(field.getValue())) {
                    stated.put(field.getKey(), value);
                    candidates.add(replaced(rows, at, new Value.Row(stated, row.whenAbsent())));
                }
            }
        }
        return candidates;
    }

    private static Value replaced(Value.Rows rows, int at, Value.Row row) {
        List<Value.Row> others = new ArrayList<>(rows.rows());
        others.set(at, row);
        return new Value.Rows(rows.row(), others);
    }
}
