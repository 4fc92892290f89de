package nullaosta.web.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nullaosta.mission.Fault;
import nullaosta.mission.form.Form;

/**
 * One field of what is asked for.
 *
 * @param label what a page calls it
 * @param words the words it admits, if it admits only some
 */
public record Field(String name, String label, Kind kind, boolean required, List<String> words) {

    public enum Kind {
        TEXT,
        TEXTS,
        /** A whole number from 1. */
        NUMBER,
        /** A whole number from 0. */
        COUNT,
        DECIMAL,
        INSTANT,
        DATE,
        MISSION
    }

    public Field {
        words = List.copyOf(words);
    }

    static Field of(String name, String label, Kind kind) {
        return new Field(name, label, kind, true, List.of());
    }

    static Field text(String name, String label) {
        return of(name, label, Kind.TEXT);
    }

    static <E extends Enum<E>> Field oneOf(String name, String label, Class<E> type) {
        return new Field(name, label, Kind.TEXT, true,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** Yes, no, or left out while nobody has looked. */
    static Field yesNo(String name, String label) {
        return new Field(name, label, Kind.TEXT, false, List.of("yes", "no"));
    }

    Field optional() {
        return new Field(name, label, kind, false, words);
    }

    /** What a page's form says, as the JSON that a program would send; what is left empty is left out. */
    static Map<String, Object> json(List<Field> fields, Map<String, String> form) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Field field : fields) {
            String text = form.getOrDefault(field.name(), "").strip();
            if (!text.isEmpty()) {
                json.put(field.name(), switch (field.kind()) {
                    case NUMBER, COUNT, DECIMAL -> number(text);
                    case TEXTS -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
                    case INSTANT -> Form.instant(text);
                    case TEXT, DATE, MISSION -> text;
                });
            }
        }
        return json;
    }

    private static Object number(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Long.valueOf(text);
        }
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? (Object) Double.valueOf(text) : text;
    }

    /** What is wrong with it as its reader says, in the words of who filled in a page. */
    String inWords(Fault fault) {
        return "found " + fault.found() + ", expected " + switch (kind) {
            case INSTANT -> Form.expected(fault);
            case DATE -> fault.expected().startsWith("a date") ? "a day" : fault.expected();
            case TEXT -> words.isEmpty()
                    ? fault.expected()
                    : "one of " + String.join(", ", words.stream().map(Field::plain).toList());
            case TEXTS, NUMBER, COUNT, DECIMAL, MISSION -> fault.expected();
        };
    }

    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
