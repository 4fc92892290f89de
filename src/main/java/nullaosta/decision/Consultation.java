package nullaosta.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An office of the host that was asked before the decision. Its silence is no answer, also after its time has passed, unless a
 * rule of its own says so.
 *
 * @param number counts from 1 within the case
 * @param office by the name that terms give it, such as {@code FOCA}
 * @param answerBy the last day of its time, in the host's zone
 * @param silence the office's own rule by which its silence is no objection, as it stood when it was asked
 * @param overtaken whether it was asked about a mission that was amended since
 */
public record Consultation(int number, String office, String question, LocalDate askedOn, LocalDate answerBy,
        Optional<Opinion> opinion, boolean overtaken, Optional<String> silence) {

    public Consultation answered(Opinion given) {
        return new Consultation(number, office, question, askedOn, answerBy, Optional.of(given), overtaken, silence);
    }

    public Consultation overtakenByAmendment() {
        return new Consultation(number, office, question, askedOn, answerBy, opinion, true, silence);
    }

    /** Whether an answer to it is still looked for. */
    public boolean open() {
        return opinion.isEmpty() && !overtaken;
    }

    /** From when its silence is no objection; empty where no rule says so, or it is not asked any more. */
    public Optional<Instant> silenceAt(ZoneId zone) {
        return silence.filter(rule -> open()).map(rule -> answerBy.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** What is taken for the answer of an office that kept silent, by its own rule. */
    public Opinion silent(String rule) {
        return new Opinion(Opinion.Stance.NO_OBJECTION, "nobody: " + office + " kept silent", answerBy,
                "by its own rule: " + rule, Optional.empty(), Optional.empty());
    }

    /** Whether what stands for its answer is its silence: an answer that comes late still replaces that. */
    public boolean keptSilent() {
        return !overtaken && silence.isPresent() && opinion.equals(silence.map(this::silent));
    }

    public boolean overdue(LocalDate today) {
        return open() && today.isAfter(answerBy);
    }
}
