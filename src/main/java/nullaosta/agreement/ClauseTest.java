package nullaosta.agreement;

import java.util.List;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.vocabulary.FactSheet;

/** What a clause says of some facts, by its own author; run whenever the terms are used. */
public record ClauseTest(FactSheet given, Expectation expect, List<String> needs, Place place) {

    /** The finding expected; {@code needs} names the missing facts and is empty for the others. */
    public enum Expectation {
        SATISFIED,
        BREACHED,
        NOT_APPLICABLE,
        REFERRED,
        NEEDS
    }

    public ClauseTest {
        needs = List.copyOf(needs);
    }
}
