package nullaosta.mission;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper that the mission rests on, named by whoever filed it; what it proves is for the desk to say.
 *
 * @param government whose paper it is, for an express request
 * @param sha256 digest of the file, hexadecimal, if a file came with it
 */
public record Document(Kind kind, String title, LocalDate dated, Optional<String> government,
        Optional<String> sha256) {

    public enum Kind {
        EXPRESS_REQUEST,
        ASSURANCE,
        NOTE_VERBALE,
        OTHER
    }
}
