package nullaosta.mission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nullaosta.agreement.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object field by field and gathers every fault, so that all are told at once. A value that is wrong or
 * absent is noted and answered as empty; {@link #unread} notes the fields nobody asked for.
 */
public final class Reading {

    private static final int LONGEST = 2_000;

    /** More than any mission has; a list of one body must not keep every reader of the watch waiting. */
    private static final int MOST = 500;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final String where;
    private final Map<?, ?> object;
    private final List<Fault> faults;
    private final TreeSet<String> known = new TreeSet<>();

    private Reading(String where, Map<?, ?> object, List<Fault> faults) {
        this.where = where;
        this.object = object;
        this.faults = faults;
    }

    public static Reading of(Map<?, ?> object, List<Fault> faults) {
        return new Reading("", object, faults);
    }

    public Optional<Reading> object(String field, boolean required) {
        Optional<Object> value = value(field, required, "an object");
        return value.flatMap(v -> v instanceof Map<?, ?> map
                ? Optional.of(new Reading(at(field), map, faults))
                : fault(at(field), shown(v), "an object"));
    }

    /** Each element of a list of objects; an absent list is empty. */
    public <T> List<T> list(String field, Function<Reading, Optional<T>> read) {
        Optional<Object> value = value(field, false, "a list");
        if (value.isPresent() && !(value.get() instanceof List<?>)) {
            fault(at(field), shown(value.get()), "a list");
        }
        if (value.orElse(List.of()) instanceof List<?> list && list.size() > MOST) {
            fault(at(field), list.size() + " elements", "at most " + MOST);
            return List.of();
        }
        List<T> items = new ArrayList<>();
        if (value.orElse(List.of()) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String place = at(field) + "/" + i;
                if (list.get(i) instanceof Map<?, ?> map) {
                    Reading element = new Reading(place, map, faults);
                    read.apply(element).ifPresent(items::add);
                    element.unread();
                } else {
                    fault(place, shown(list.get(i)), "an object");
                }
            }
        }
        return items;
    }

    public Optional<String> text(String field, boolean required) {
        return value(field, required, "a text")
                .flatMap(v -> v instanceof String s && !s.isBlank() && s.length() <= LONGEST
                        ? Optional.of(s.strip())
                        : fault(at(field), shown(v), "a text of 1 to 2000 characters"));
    }

    /** A whole document as it stands. */
    public Optional<String> document(String field, int longest) {
        String expected = String.format(Locale.ROOT, "a text of 1 to %,d characters", longest);
        return value(field, true, expected).flatMap(v -> v instanceof String s && !s.isBlank() && s.length() <= longest
                ? Optional.of(s)
                : fault(at(field), shown(v), expected));
    }

    public Optional<String> text(String field, boolean required, String pattern, String expected) {
        return text(field, required)
                .flatMap(s -> s.matches(pattern) ? Optional.of(s) : fault(at(field), shown(s), expected));
    }

    public Optional<Double> number(String field, double lowest, double highest) {
        String expected = String.format(Locale.ROOT, "a number from %s to %s", plain(lowest), plain(highest));
        return value(field, true, expected)
                .flatMap(v -> v instanceof Number n && n.doubleValue() >= lowest && n.doubleValue() <= highest
                        ? Optional.of(n.doubleValue())
                        : fault(at(field), shown(v), expected));
    }

    /** A number without a fraction. */
    public Optional<Integer> whole(String field, int lowest, int highest) {
        return number(field, lowest, highest).flatMap(number -> number == Math.rint(number)
                ? Optional.of(number.intValue())
                : fault(at(field), "`" + number + "`", "a whole number"));
    }

    public Optional<Instant> instant(String field) {
        String expected = "an instant with zone such as `2016-03-01T18:00:00Z`";
        return value(field, true, expected).flatMap(v -> {
            try {
                Instant instant = Instant.parse(String.valueOf(v));
                return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
                        ? fault(at(field), shown(v), "an instant from " + EARLIEST + " until " + LATEST)
                        : Optional.of(instant);
            } catch (DateTimeException e) {
                return fault(at(field), shown(v), expected);
            }
        });
    }

    /** A number that may be left out. */
    public Optional<Double> numberIfGiven(String field, double lowest, double highest) {
        known.add(field);
        return object.containsKey(field) ? number(field, lowest, highest) : Optional.empty();
    }

    /** A number without a fraction that may be left out. */
    public Optional<Integer> wholeIfGiven(String field, int lowest, int highest) {
        known.add(field);
        return object.containsKey(field) ? whole(field, lowest, highest) : Optional.empty();
    }

    /** A required object as it stands, for another reader. */
    public Optional<Map<?, ?>> map(String field) {
        return value(field, true, "an object").flatMap(
                v -> v instanceof Map<?, ?> map ? Optional.of(map) : fault(at(field), shown(v), "an object"));
    }

    /** An instant that may be left out. */
    public Optional<Instant> instantIfGiven(String field) {
        known.add(field);
        return object.containsKey(field) ? instant(field) : Optional.empty();
    }

    /** Each element of a list of texts; an absent list is empty. */
    public List<String> texts(String field) {
        Optional<Object> value = value(field, false, "a list of texts");
        if (value.isPresent() && !(value.get() instanceof List<?> list
                && list.stream().allMatch(item -> item instanceof String text && text.length() <= LONGEST))) {
            fault(at(field), shown(value.get()), "a list of texts");
            return List.of();
        }
        return value.map(v -> ((List<?>) v).stream().map(String::valueOf).toList()).orElse(List.of());
    }

    /** Whether a field was given, be it empty. */
    public boolean has(String field) {
        known.add(field);
        return object.containsKey(field);
    }

    /** Answers by name: each a boolean, a whole number, a text or a list of texts. */
    Map<String, Object> answers(String field) {
        Map<String, Object> answers = new TreeMap<>();
        Object given = value(field, false, "an object").orElse(Map.of());
        if (!(given instanceof Map<?, ?> map)) {
            fault(at(field), shown(given), "an object of answers by name");
            return answers;
        }
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            String place = at(field) + "/" + name.replace("~", "~0").replace("/", "~1");
            if (answers.size() == MOST) {
                return;
            }
            if (!name.matches("[a-z][A-Za-z0-9]{0,63}")) {
                fault(place, shown(name), "the name of a fact without `mission.`, such as `exercise`");
            } else {
                answer(value).ifPresentOrElse(plain -> answers.put(name, plain), () -> fault(place, shown(value),
                        "true, false, a whole number, a text or a list of texts"));
            }
        });
        if (map.size() > MOST) {
            fault(at(field), map.size() + " answers", "at most " + MOST);
        }
        return answers;
    }

    private static Optional<Object> answer(@Nullable Object value) {
        return switch (value) {
            case Boolean bool -> Optional.of(bool);
            case String text when !text.isBlank() && text.length() <= LONGEST -> Optional.of(text.strip());
            case Number number when number.doubleValue() == Math.rint(number.doubleValue())
                    && Math.abs(number.doubleValue()) <= 1e15 ->
                Optional.of(number.longValue());
            case List<?> list when list.size() <= MOST
                    && list.stream().allMatch(item -> item instanceof String text && text.length() <= LONGEST) ->
                Optional.of(list.stream().map(String::valueOf).toList());
            case null, default -> Optional.empty();
        };
    }

    public Optional<LocalDate> date(String field) {
        String expected = "a date such as `2016-02-20`";
        return value(field, true, expected).flatMap(v -> {
            try {
                return Optional.of(LocalDate.parse(String.valueOf(v)));
            } catch (DateTimeException e) {
                return fault(at(field), shown(v), expected);
            }
        });
    }

    public <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type, boolean required) {
        return word(field, required, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())
                .map(name -> Enum.valueOf(type, name));
    }

    public Optional<String> word(String field, boolean required, List<String> words) {
        String expected = "one of " + String.join(", ", words);
        return value(field, required, expected).flatMap(v -> words.contains(v)
                ? Optional.of((String) v)
                : fault(at(field), shown(v), expected + nearest(String.valueOf(v), words)));
    }

    public Optional<Boolean> truth(String field) {
        return value(field, false, "`true` or `false`").flatMap(v -> v instanceof Boolean truth
                ? Optional.of(truth)
                : fault(at(field), shown(v), "`true` or `false`"));
    }

    /** Yes, no, or silence. */
    public Declared declared(String field) {
        return value(field, false, "`yes` or `no`").map(v -> switch (v) {
            case String s when s.equals("yes") -> Declared.YES;
            case String s when s.equals("no") -> Declared.NO;
            default -> {
                fault(at(field), shown(v), "`yes`, `no`, or the field left out while undeclared");
                yield Declared.UNDECLARED;
            }
        }).orElse(Declared.UNDECLARED);
    }

    /** Notes every field that was not asked for. */
    public void unread() {
        for (Object field : object.keySet()) {
            if (!known.contains(field)) {
                fault(at(String.valueOf(field)), "an unknown field",
                        "one of " + String.join(", ", known) + nearest(String.valueOf(field), List.copyOf(known)));
            }
        }
    }

    public <T> Optional<T> fault(String place, String found, String expected) {
        faults.add(new Fault(place, found, expected));
        return Optional.empty();
    }

    String here() {
        return where;
    }

    public String at(String field) {
        return where + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    private Optional<Object> value(String field, boolean required, String expected) {
        known.add(field);
        Object value = object.get(field);
        if (value == null && required) {
            return fault(at(field), "nothing", expected);
        }
        return Optional.ofNullable(value);
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return "`" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "`";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String nearest(String found, List<String> words) {
        return Spelling.nearest(found, words).map(word -> "; did you mean `" + word + "`?").orElse("");
    }
}
