package nullaosta.disclosure;

import java.util.Base64;
import java.util.Map;
import nullaosta.appointment.Act;
import nullaosta.register.proof.InclusionProof;

/** An act of the appointing authority, with where the register holds it. */
public record ShownAct(Act act, InclusionProof place) {

    Map<String, Object> toMap() {
        return Map.of("act", Base64.getEncoder().encodeToString(act.document()), "place", Shown.place(place));
    }
}
