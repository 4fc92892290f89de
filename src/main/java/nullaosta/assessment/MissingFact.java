package nullaosta.assessment;

import java.util.List;
import nullaosta.agreement.vocabulary.FactSource;

/**
 * A fact that clauses wait for.
 *
 * @param question what to ask
 * @param from     who answers
 * @param clauses  the clauses that wait for it
 * @param why      why it is absent
 */
public record MissingFact(String fact, String question, FactSource from, List<String> clauses, String why) {

    public MissingFact {
        clauses = List.copyOf(clauses);
    }
}
