package nullaosta.gate;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;

/** Fields of a device's record; a fault names its field, what was found and what was expected. */
final class RecordFields {

    private static final Set<String> KNOWN = Set.of("aircraft", "at", "call", "clearance", "compared", "device", "kind",
            "light",
            "number", "packAgeSeconds", "paper", "previous", "reasons", "token", "v", "who", "words");
    static final Set<String> COMPARED = Set.of("tail", "type", "armed", "callSign", "base", "states");
    private static final int MOST = 40;

    private final Map<?, ?> json;

    private RecordFields(Map<?, ?> json) {
        this.json = json;
    }

    static RecordFields of(byte[] record) throws SealFault {
        if (!(CanonicalJson.read(record) instanceof Map<?, ?> json)) {
            throw new SealFault("the record is no JSON object");
        }
        if (!Arrays.equals(CanonicalJson.bytes(json), record)) {
            throw new SealFault("the record is not in its canonical form (RFC 8785)");
        }
        for (Object field : json.keySet()) {
            if (!KNOWN.contains(field)) {
                throw new SealFault("found the field `" + cut(field) + "`; a record has none of that name");
            }
        }
        return new RecordFields(json);
    }

    boolean has(String field) {
        return json.containsKey(field);
    }

    void exactly(String field, Object expected) throws SealFault {
        if (!expected.equals(json.get(field))) {
            throw wrong(field, "`" + expected + "`");
        }
    }

    String text(String field, int longest) throws SealFault {
        if (json.get(field) instanceof String text && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        throw wrong(field, "a text of at most " + longest + " characters");
    }

    String digest(String field) throws SealFault {
        if (json.get(field) instanceof String text && text.matches("[0-9a-f]{64}")) {
            return text;
        }
        throw wrong(field, "64 hexadecimal digits in lower case");
    }

    long number(String field, long lowest) throws SealFault {
        if (json.get(field) instanceof Long number && number >= lowest && number <= Integer.MAX_VALUE) {
            return number;
        }
        throw wrong(field, "a whole number from " + lowest);
    }

    Instant instant(String field) throws SealFault {
        String expected = "an instant such as `2016-03-01T18:00:00Z`";
        String text = text(field, 40);
        try {
            if (Instant.parse(text).toString().equals(text)) {
                return Instant.parse(text);
            }
            throw wrong(field, expected);
        } catch (DateTimeException e) {
            throw wrong(field, expected);
        }
    }

    <E extends Enum<E>> E word(String field, Class<E> words) throws SealFault {
        for (E word : Objects.requireNonNull(words.getEnumConstants())) {
            if (word.name().equals(json.get(field))) {
                return word;
            }
        }
        throw wrong(field, "one of " + GateCheck.words(Objects.requireNonNull(words.getEnumConstants())));
    }

    List<String> codes(String field) throws SealFault {
        if (json.get(field) instanceof List<?> list && list.size() <= MOST
                && list.stream().allMatch(it -> it instanceof String code && code.matches("[a-z0-9-]{1,40}"))) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong(field, "a list of codes");
    }

    List<String> tails(String field) throws SealFault {
        if (json.get(field) instanceof List<?> list && !list.isEmpty() && list.size() <= MOST
                && list.stream().allMatch(it -> it instanceof String tail && !tail.isBlank() && tail.length() <= 60
                        && tail.chars().noneMatch(Character::isISOControl))) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong(field, "a list of tails");
    }

    Map<String, String> compared(String field) throws SealFault {
        if (!(json.get(field) instanceof Map<?, ?> map)) {
            throw wrong(field, "an object");
        }
        Map<String, String> compared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> one : map.entrySet()) {
            if (!COMPARED.contains(one.getKey()) || !List.of("same", "different").contains(one.getValue())) {
                throw wrong(field + "/" + cut(one.getKey()),
                        "`same` or `different` of tail, type, armed, callSign, base or states");
            }
            compared.put(String.valueOf(one.getKey()), String.valueOf(one.getValue()));
        }
        return compared;
    }

    private SealFault wrong(String field, String expected) {
        Object found = json.get(field);
        return new SealFault("/" + field + ": found " + (found == null ? "nothing" : "`" + cut(found) + "`")
                + "; expected " + expected);
    }

    private static String cut(@Nullable Object found) {
        String text = String.valueOf(found);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
