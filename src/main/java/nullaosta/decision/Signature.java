package nullaosta.decision;

import java.time.Instant;
import java.util.Optional;
import nullaosta.appointment.SignedText;

/**
 * What one officer said, with the mandate they said it under.
 *
 * @param officer id of the person
 * @param name rank and name as printed
 * @param authority the office whose power they used
 * @param act what gave them that power
 * @param oral how it came, where the officer gave it by word of mouth and another entered it
 * @param inPlaceOf whose mandate they used, where they signed as a deputy
 * @param own the decision's text under their own signature; empty where that they signed is the server's word
 */
public record Signature(String officer, String name, String authority, String act, Verdict verdict, String reasons,
        Instant at, Optional<SignedText> own, Optional<Oral> oral,
        Optional<InPlaceOf> inPlaceOf) {

    /** Entered by the officer. */
    public Signature(String officer, String name, String authority, String act, Verdict verdict, String reasons,
            Instant at, Optional<SignedText> own) {
        this(officer, name, authority, act, verdict, reasons, at, own, Optional.empty(), Optional.empty());
    }

    /** Id of whose mandate it was given under. */
    public String holder() {
        return inPlaceOf.map(InPlaceOf::officer).orElse(officer);
    }
}
