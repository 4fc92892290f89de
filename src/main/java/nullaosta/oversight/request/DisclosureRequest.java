package nullaosta.oversight.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody asked to see an entry of the register.
 *
 * @param number from 1, as they were told
 * @param entry index in the register
 * @param dueBy the last day for an answer, in the host's zone
 */
public record DisclosureRequest(int number, long entry, Instant askedAt, LocalDate dueBy, Asker asker,
        Optional<Answer> answer) {

    /**
     * Who asks; for the desk and oversight alone.
     *
     * @param address where the answer goes
     */
    public record Asker(String name, String address, String why) {}

    /**
     * What the host answered.
     *
     * @param ground in law
     * @param by id of who answered
     */
    public record Answer(Outcome outcome, String ground, String words, String by, Instant at) {}

    public enum Outcome {
        GRANTED,
        PARTLY,
        REFUSED
    }

    public boolean overdue(LocalDate today) {
        return answer.isEmpty() && today.isAfter(dueBy);
    }
}
