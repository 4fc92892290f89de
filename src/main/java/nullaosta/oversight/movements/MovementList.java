package nullaosta.oversight.movements;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list of movements as comma-separated values, with the columns {@code callsign}, {@code aerodrome}, {@code movement},
 * {@code time} and, if it has them, {@code registration} and {@code type}, in any order.
 *
 * @param movements at least one
 */
public record MovementList(List<ListedMovement> movements) {

    private static final List<String> NEEDED = List.of("callsign", "aerodrome", "movement", "time");
    private static final List<String> KNOWN = List.of("callsign", "registration", "type", "aerodrome", "movement",
            "time");

    public MovementList {
        movements = List.copyOf(movements);
    }

    /** What is wrong on a line of the list. */
    public record Fault(int line, String words) {}

    /** A list, or every fault of it. */
    public sealed interface Result {
        record Read(MovementList list) implements Result {}

        record Faulty(List<Fault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    public Instant from() {
        return movements.stream().map(ListedMovement::at).min(Instant::compareTo).orElseThrow();
    }

    public Instant until() {
        return movements.stream().map(ListedMovement::at).max(Instant::compareTo).orElseThrow();
    }

    public static Result read(String text) {
        List<CsvReader.Line> lines;
        try {
            lines = CsvReader.read(text);
        } catch (CsvReader.Faulty e) {
            return new Result.Faulty(List.of(new Fault(e.line(), String.valueOf(e.getMessage()))));
        }
        List<String> header = lines.isEmpty()
                ? List.of()
                : lines.getFirst().fields().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
        List<Fault> faults = new ArrayList<>(header(header));
        if (faults.isEmpty() && lines.size() == 1) {
            faults.add(new Fault(1, "found no movement; expected one a line below the columns' names"));
        }
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        Map<String, Integer> columns = IntStream.range(0, header.size()).boxed()
                .collect(Collectors.toMap(header::get, Function.identity()));
        List<ListedMovement> movements = new ArrayList<>();
        for (CsvReader.Line line : lines.subList(1, lines.size())) {
            if (line.fields().size() == header.size()) {
                movement(line, columns, faults).ifPresent(movements::add);
            } else {
                faults.add(new Fault(line.line(), "found " + line.fields().size() + " fields; expected "
                        + header.size() + ", as many as there are columns"));
            }
        }
        return faults.isEmpty() ? new Result.Read(new MovementList(movements)) : new Result.Faulty(faults);
    }

    private static List<Fault> header(List<String> header) {
        List<Fault> faults = new ArrayList<>();
        NEEDED.stream().filter(column -> !header.contains(column)).forEach(column -> faults
                .add(new Fault(1, "found no column `" + column + "`; expected " + String.join(", ", NEEDED))));
        header.stream().filter(column -> !KNOWN.contains(column)).forEach(column -> faults
                .add(new Fault(1, "found a column `" + column + "`; expected one of " + String.join(", ", KNOWN))));
        header.stream().distinct().filter(column -> header.indexOf(column) != header.lastIndexOf(column))
                .forEach(column -> faults
                        .add(new Fault(1, "found the column `" + column + "` twice; expected it once")));
        return faults;
    }

    private static Optional<ListedMovement> movement(CsvReader.Line line, Map<String, Integer> columns,
            List<Fault> faults) {
        int before = faults.size();
        String callSign = field(line, columns, "callsign");
        String aerodrome = field(line, columns, "aerodrome");
        String movement = field(line, columns, "movement");
        String time = field(line, columns, "time");
        if (callSign.isEmpty() && field(line, columns, "registration").isEmpty()) {
            faults.add(new Fault(line.line(), "found neither call sign nor registration; expected one of them"));
        }
        if (aerodrome.isEmpty()) {
            faults.add(new Fault(line.line(), "found no aerodrome; expected its code, such as `LICZ`"));
        }
        Optional<ListedMovement.Kind> kind = Arrays.stream(ListedMovement.Kind.values())
                .filter(it -> it.name().equalsIgnoreCase(movement)).findFirst();
        if (kind.isEmpty()) {
            faults.add(new Fault(line.line(), "found the movement `" + movement + "`; expected `ARR` or `DEP`"));
        }
        Optional<Instant> at = instant(time);
        if (at.isEmpty()) {
            faults.add(new Fault(line.line(), "found the time `" + time
                    + "`; expected an instant in UTC such as `2016-03-01T18:00:00Z`"));
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new ListedMovement(line.line(), callSign, given(line, columns, "registration"),
                        given(line, columns, "type"), aerodrome, kind.orElseThrow(), at.orElseThrow()));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(CsvReader.Line line, Map<String, Integer> columns, String column) {
        return Optional.of(field(line, columns, column)).filter(text -> !text.isEmpty());
    }

    /** Empty where the list has no such column. */
    private static String field(CsvReader.Line line, Map<String, Integer> columns, String column) {
        return Optional.ofNullable(columns.get(column)).map(at -> line.fields().get(at).strip()).orElse("");
    }
}
