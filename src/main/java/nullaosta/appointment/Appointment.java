package nullaosta.appointment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.SealFault;

/**
 * That an officer signs for an authority with a key, from one instant to before another.
 *
 * @param officer id of the person
 * @param name rank and name as printed
 * @param authority the office whose power they use, as terms name it
 * @param act what gave them that power
 */
public record Appointment(String officer, String name, String authority, String act, Instant from, Instant until,
        OfficerKey key) {

    private static final String KIND = "Appointment";
    private static final Set<String> FIELDS = Set.of("v", "kind", "officer", "name", "authority", "act", "from",
            "until", "key");

    public Appointment {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("an appointment ends after it begins");
        }
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** What the appointing authority signs: canonical JSON. */
    public byte[] bytes() {
        return CanonicalJson.bytes(toMap());
    }

    Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("kind", KIND);
        json.put("officer", officer);
        json.put("name", name);
        json.put("authority", authority);
        json.put("act", act);
        json.put("from", from.toString());
        json.put("until", until.toString());
        json.put("key", key.toMap());
        return json;
    }

    static Appointment of(Map<?, ?> json) throws SealFault {
        Parts parts = new Parts(json, "appointment", FIELDS);
        if (!(json.get("v") instanceof Number version) || version.intValue() != 1
                || !parts.text("kind").equals(KIND)) {
            throw new SealFault("appointment: expected `kind` " + KIND + " and `v` 1");
        }
        try {
            return new Appointment(parts.text("officer"), parts.text("name"), parts.text("authority"),
                    parts.text("act"), parts.instant("from"), parts.instant("until"),
                    OfficerKey.of(parts.object("key")));
        } catch (IllegalArgumentException e) {
            throw new SealFault("appointment: " + e.getMessage());
        }
    }
}
