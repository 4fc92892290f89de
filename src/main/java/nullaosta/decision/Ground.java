package nullaosta.decision;

import java.util.List;
import nullaosta.assessment.Outcome;

/**
 * What an assessment came to, as far as a decision rests on it.
 *
 * @param authorities those the terms refer the case to
 * @param clausesInTheWay breached ones, else those that wait for facts
 * @param digest SHA-256 of the whole assessment, hexadecimal
 */
public record Ground(Outcome outcome, List<String> authorities, List<String> clausesInTheWay, String digest) {

    public Ground {
        authorities = List.copyOf(authorities);
        clausesInTheWay = List.copyOf(clausesInTheWay);
    }
}
