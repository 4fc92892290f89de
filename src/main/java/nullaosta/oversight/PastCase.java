package nullaosta.oversight;

import java.time.Instant;
import java.util.Optional;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.Outcome;

/**
 * A case as it was last assessed.
 *
 * @param name      number of the case, or its folder
 * @param departure if the mission said one
 * @param terms     id of the version it was assessed under: {@code it-us-sigonella/1}
 * @param facts     every fact as it stood then, under the vocabulary of then
 */
public record PastCase(String name, Optional<Instant> departure, String terms, FactSheet facts, Outcome outcome) {}
