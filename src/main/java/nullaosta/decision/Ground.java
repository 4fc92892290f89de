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

    /** Whether the same follows from both, though the facts behind them may differ: whose decision it is, or why none. */
    public boolean comesTo(Ground other) {
        return outcome == other.outcome && authorities.equals(other.authorities)
                && clausesInTheWay.equals(other.clausesInTheWay);
    }

    /** {@code REFER to government}, {@code INELIGIBLE by ART-3.1}. */
    public String inWords() {
        return outcome + (clausesInTheWay.isEmpty() ? "" : " by " + String.join(", ", clausesInTheWay))
                + (authorities.isEmpty() ? "" : " to " + String.join(", ", authorities));
    }
}
