package nullaosta.flight;

import java.time.Instant;
import java.util.Optional;

/**
 * A flight leaves what was cleared, or is not heard, from a first report until it is closed.
 *
 * @param id derives from flight, kind and {@code since}: the same reports give the same id, however often they are judged
 * @param since time of the first report that showed it
 * @param words what was seen, for people: {@code 2.4 km outside the cleared volume}
 * @param closedAt time of the report that closed it
 */
public record Deviation(String id, Kind kind, Instant since, String words, Optional<Instant> closedAt) {

    /** In order of gravity, worst first. */
    public enum Kind {
        FLEW_AFTER_REVOCATION("flew after its clearance was revoked or suspended"),
        FLEW_AFTER_REVOCATION_ABROAD("flew after another state withdrew its clearance"),
        TOOK_OFF_UNCLEARED(
                "took off without a green light"),
        LEFT_VOLUME("left the cleared volume"),
        LEFT_WINDOW(
                "outside the cleared window"),
        SILENT("no report");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether it shows that the flight did other than was cleared. Silence shows nothing: of a silent flight it is unknown. */
        public boolean departs() {
            return this != SILENT;
        }

        public String words() {
            return words;
        }
    }

    static String idOf(String flight, Kind kind, Instant since) {
        return flight + "/" + kind + "/" + since;
    }

    public Deviation closed(Instant at) {
        return new Deviation(id, kind, since, words, Optional.of(at));
    }
}
