package nullaosta.appointment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/** The fields of a document; one that nobody knows is refused, since a signature would cover what was not understood. */
record Parts(Map<?, ?> json, String what) {

    Parts(Map<?, ?> json, String what, Set<String> known) throws SealFault {
        this(json, what);
        for (Object field : json.keySet()) {
            if (!known.contains(field)) {
                throw new SealFault(what + ": unknown field `" + field + "`; expected one of "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    static Parts read(byte[] document, String what, Set<String> known) throws SealFault {
        try {
            if (CanonicalJson.read(document) instanceof Map<?, ?> json) {
                return new Parts(json, what, known);
            }
        } catch (JsonFault e) {
            throw new SealFault(what + ": " + e.getMessage());
        }
        throw new SealFault(what + ": found no object; expected one");
    }

    String text(String field) throws SealFault {
        return optional(field).orElseThrow(() -> new SealFault(what + ": found no text `" + field + "`; expected one"));
    }

    Optional<String> optional(String field) throws SealFault {
        Object value = json.get(field);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new SealFault(what + ": `" + field + "` is no text; expected one");
    }

    Instant instant(String field) throws SealFault {
        String text = text(field);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SealFault(
                    what + ": `" + field + "` is `" + text + "`; expected an instant such as 2016-03-01T18:00:00Z");
        }
    }

    Map<?, ?> object(String field) throws SealFault {
        if (json.get(field) instanceof Map<?, ?> map) {
            return map;
        }
        throw new SealFault(what + ": found no object `" + field + "`; expected one");
    }
}
