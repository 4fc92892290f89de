package nullaosta.clearance.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;

/** Fields of one JSON object; each fault names its place as a JSON pointer (RFC 6901), what was found, what was expected. */
final class Fields {

    private static final class Placed extends SealFault {
        private static final long serialVersionUID = 1L;

        Placed(String message) {
            super(message);
        }
    }

    private final String where;
    private final Map<?, ?> object;

    private Fields(String where, Map<?, ?> object) {
        this.where = where;
        this.object = object;
    }

    static Fields document(byte[] json, int largest) throws SealFault {
        if (json.length > largest) {
            throw new SealFault("found " + json.length + " bytes; expected at most " + largest);
        }
        return of("", CanonicalJson.read(json));
    }

    private static Fields of(String where, @Nullable Object value) throws SealFault {
        if (value instanceof Map<?, ?> map) {
            return new Fields(where, map);
        }
        throw new Placed(place(where) + "found " + shown(value) + "; expected an object");
    }

    /** Refuses a field that nobody reads: what it asks for would silently not happen. */
    Fields only(String... names) throws SealFault {
        for (Object name : object.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new Placed(place(where) + "found the field `" + name + "`; expected only "
                        + String.join(", ", new TreeSet<>(List.of(names))));
            }
        }
        return this;
    }

    boolean has(String field) {
        return object.containsKey(field);
    }

    String text(String field) throws SealFault {
        Object value = object.get(field);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(field, "a text");
    }

    String oneOf(String field, List<String> words) throws SealFault {
        if (object.get(field) instanceof String word && words.contains(word)) {
            return word;
        }
        throw wrong(field, "one of " + String.join(", ", words));
    }

    long number(String field, long lowest, long highest) throws SealFault {
        if (object.get(field) instanceof Long number && number >= lowest && number <= highest) {
            return number;
        }
        throw wrong(field, "a whole number from " + lowest + " to " + highest);
    }

    Instant instant(String field) throws SealFault {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException e) {
            throw wrong(field, "an instant such as `2016-03-01T18:00:00Z`");
        }
    }

    byte[] base64(String field) throws SealFault {
        String text = text(field);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // answered below, as for another spelling
        }
        throw wrong(field, "base64");
    }

    Fields object(String field) throws SealFault {
        return of(at(field), object.get(field));
    }

    Optional<Fields> optional(String field) throws SealFault {
        return has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    List<String> texts(String field) throws SealFault {
        List<String> texts = new ArrayList<>();
        for (Object item : items(field)) {
            if (!(item instanceof String text)) {
                throw new Placed(place(at(field) + "/" + texts.size()) + "found " + shown(item)
                        + "; expected a text");
            }
            texts.add(text);
        }
        return texts;
    }

    List<Fields> objects(String field) throws SealFault {
        List<Fields> objects = new ArrayList<>();
        for (Object item : items(field)) {
            objects.add(of(at(field) + "/" + objects.size(), item));
        }
        return objects;
    }

    private List<?> items(String field) throws SealFault {
        if (object.get(field) instanceof List<?> list) {
            return list;
        }
        throw wrong(field, "a list");
    }

    /** The same fault, with the place of the field that it was found in unless it tells one already. */
    SealFault in(String field, SealFault fault) {
        return fault instanceof Placed ? fault : new Placed(place(at(field)) + fault.getMessage());
    }

    SealFault wrong(String field, String expected) {
        return new Placed(place(at(field)) + "found " + (has(field) ? shown(object.get(field)) : "nothing")
                + "; expected " + expected);
    }

    private String at(String field) {
        return where + "/" + field;
    }

    private static String place(String where) {
        return where.isEmpty() ? "" : where + ": ";
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> "an object";
            case List<?> list -> "a list";
            default -> {
                String text = String.valueOf(value);
                yield "`" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "`";
            }
        };
    }
}
