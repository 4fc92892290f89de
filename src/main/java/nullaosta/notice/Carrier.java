package nullaosta.notice;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Takes letters to where they are read. */
public interface Carrier {

    /** What letters for it are kept under. */
    String name();

    /** Who of this carrier's readers some news is for: an id to be kept with the letter; empty where it reaches nobody there. */
    Optional<String> reader(News news);

    /**
     * Hands a letter over. It may have been handed over before: whoever stops between this and the store's note of it sends it
     * again.
     *
     * @throws IOException if it was not taken; it is tried again later
     */
    void carry(Letter letter, Instant now) throws IOException;
}
