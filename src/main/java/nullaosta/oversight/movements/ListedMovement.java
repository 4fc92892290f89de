package nullaosta.oversight.movements;

import java.time.Instant;
import java.util.Optional;

/**
 * One movement as a tower or a radar has it.
 *
 * @param line of the list
 * @param aerodrome as the list writes it
 */
public record ListedMovement(int line, String callSign, Optional<String> registration, Optional<String> type,
        String aerodrome, Kind kind, Instant at) {

    /** As lists of movements abbreviate them. */
    public enum Kind {
        ARR("arrival"),
        DEP("departure");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
