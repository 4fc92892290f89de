package nullaosta.witness;

import java.io.IOException;
import nullaosta.seal.SignedNote;

/** Where the last checkpoint that was signed is kept, apart from the register's storage. */
@FunctionalInterface
public interface LastWord {

    /**
     * Puts this checkpoint in the place of the one before it, before anybody else sees it.
     *
     * @throws IOException where another stands there than was put there last: somebody else signs for this register
     */
    void replaceWith(SignedNote checkpoint) throws IOException;
}
