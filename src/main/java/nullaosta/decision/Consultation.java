package nullaosta.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An office of the host that was asked before the decision. Its silence is no answer, also after its time has passed.
 *
 * @param number counts from 1 within the case
 * @param office by the name that terms give it, such as {@code FOCA}
 * @param answerBy the last day of its time, in the host's zone
 * @param overtaken whether it was asked about a mission that was amended since
 */
public record Consultation(int number, String office, String question, LocalDate askedOn, LocalDate answerBy,
        Optional<Opinion> opinion, boolean overtaken) {

    public Consultation answered(Opinion given) {
        return new Consultation(number, office, question, askedOn, answerBy, Optional.of(given), overtaken);
    }

    public Consultation overtakenByAmendment() {
        return new Consultation(number, office, question, askedOn, answerBy, opinion, true);
    }

    /** Whether an answer to it is still looked for. */
    public boolean open() {
        return opinion.isEmpty() && !overtaken;
    }

    public boolean overdue(LocalDate today) {
        return open() && today.isAfter(answerBy);
    }
}
