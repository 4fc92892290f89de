package nullaosta.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What oversight asked the desk about a case, with the desk's last answer.
 *
 * @param number in the case, from 1
 * @param by id of who asked
 */
public record HeldQuestion(int number, String words, String by, Instant at, Optional<Reply> reply) {

    /** @param by id of who answered */
    public record Reply(String words, String by, Instant at) {}

    public boolean open() {
        return reply.isEmpty();
    }

    HeldQuestion with(Reply last) {
        return new HeldQuestion(number, words, by, at, Optional.of(last));
    }
}
