package nullaosta.clearance.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.seal.Digest;

/**
 * What a clearance says on paper. Instants are whole seconds.
 *
 * @param issuer the host's ISO 3166 code
 * @param number of the clearance: {@code IT-2016-0042/1}
 * @param from start of the window, included
 * @param until end of the window, excluded
 * @param status where its life is told
 */
public record Claims(String issuer, String number, Instant issuedAt, Instant from, Instant until,
        StatusReference status,
        Permitted permitted) {

    public Claims {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "window from `" + from + "` until `" + until + "`; expected from before until");
        }
    }

    /** @param list address of the status list, which the list repeats as its subject */
    public record StatusReference(String list, int index) {}

    /**
     * What may fly, from where to where, and how.
     *
     * @param state ISO 3166 code of the state whose aircraft it is
     * @param address 24-bit address, six hexadecimal digits in lower case
     * @param crewed empty where it was not declared; the same for {@code armed}
     * @param departure code of the base it leaves from
     * @param landing code or location indicator of where it ends
     * @param exits points at which the host's airspace is left, in their order
     * @param entries points at which it is entered again, in their order
     * @param assessment SHA-256 of the assessment that the decision rests on
     * @param formation the others that fly with it
     * @param spares may fly in place of one of them
     * @param legs of a flight that lands on its way, in their order; empty where it does not
     */
    public record Permitted(String state, String type, String tail, Optional<String> address, String callSign,
            String purpose, Optional<Boolean> crewed, Optional<Boolean> armed, boolean exercise, String departure,
            String landing, List<String> exits, List<String> entries, Conditions conditions, Digest assessment,
            List<Airframe> formation, List<Airframe> spares, List<Leg> legs) {

        public Permitted {
            exits = List.copyOf(exits);
            entries = List.copyOf(entries);
            formation = List.copyOf(formation);
            spares = List.copyOf(spares);
            legs = List.copyOf(legs);
        }

        /** Of one aircraft without spares that flies one leg. */
        public Permitted(String state, String type, String tail, Optional<String> address, String callSign,
                String purpose, Optional<Boolean> crewed, Optional<Boolean> armed, boolean exercise, String departure,
                String landing, List<String> exits, List<String> entries, Conditions conditions, Digest assessment) {
            this(state, type, tail, address, callSign, purpose, crewed, armed, exercise, departure, landing, exits,
                    entries, conditions, assessment, List.of(), List.of(), List.of());
        }

        public Permitted with(List<Airframe> formation, List<Airframe> spares, List<Leg> legs) {
            return new Permitted(state, type, tail, address, callSign, purpose, crewed, armed, exercise, departure,
                    landing, exits, entries, conditions, assessment, formation, spares, legs);
        }

        public Airframe first() {
            return new Airframe(type, tail, address, callSign);
        }
    }

    /** Another aircraft of the same clearance. */
    public record Airframe(String type, String tail, Optional<String> address, String callSign) {}

    /** @param departs when it is planned to, and {@code arrives} likewise, if that was said */
    public record Leg(String from, String to, Optional<String> exit, Optional<String> entry,
            Optional<Instant> departs, Optional<Instant> arrives) {}

    /** Under which conditions; all of them or, where the paper has no room, their digest: never a part of them. */
    public sealed interface Conditions {

        record Written(List<String> texts) implements Conditions {
            public Written {
                texts = List.copyOf(texts);
            }
        }

        /** @param digest SHA-256 of the canonical JSON (RFC 8785) of the array of texts */
        record Elsewhere(Digest digest) implements Conditions {}
    }
}
