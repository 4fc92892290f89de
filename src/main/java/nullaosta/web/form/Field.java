package nullaosta.web.form;

import java.util.Arrays;
import java.util.List;

/**
 * One field of what is asked for.
 *
 * @param words the words it admits, if it admits only some
 */
public record Field(String name, Kind kind, boolean required, List<String> words) {

    public enum Kind {
        TEXT,
        TEXTS,
        /** A whole number from 1. */
        NUMBER,
        DECIMAL,
        INSTANT,
        DATE,
        MISSION
    }

    public Field {
        words = List.copyOf(words);
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, true, List.of());
    }

    static Field text(String name) {
        return of(name, Kind.TEXT);
    }

    static <E extends Enum<E>> Field oneOf(String name, Class<E> type) {
        return new Field(name, Kind.TEXT, true, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** Yes, no, or left out while nobody has looked. */
    static Field yesNo(String name) {
        return new Field(name, Kind.TEXT, false, List.of("yes", "no"));
    }

    Field optional() {
        return new Field(name, kind, false, words);
    }
}
