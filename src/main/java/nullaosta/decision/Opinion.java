package nullaosta.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an office answered when it was asked.
 *
 * @param by who answered for it, as printed: {@code Cons. M. Riva, Directorate for Security Affairs}
 * @param dated the day of the answer
 * @param words what it said, wishes for conditions included; empty where it said no more than its stance
 * @param document title of the letter or mail it stands in
 * @param sha256 digest of that file, hexadecimal
 */
public record Opinion(Stance stance, String by, LocalDate dated, String words, Optional<String> document,
        Optional<String> sha256) {

    /** Whether it objects; whoever keeps silent has said neither. */
    public enum Stance {
        NO_OBJECTION,
        OBJECTION
    }
}
