package nullaosta.negotiation;

import java.util.List;

/** What came of a motion. */
public sealed interface Answer {

    /** Carried out, stored, and entered; {@code steps} are what it added. */
    record Done(Negotiation negotiation, List<StepTaken> steps) implements Answer {
        public Done {
            steps = List.copyOf(steps);
        }
    }

    /** Not carried out; nothing changed. */
    record Refused(Refusal refusal) implements Answer {}
}
