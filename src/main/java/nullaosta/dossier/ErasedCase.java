package nullaosta.dossier;

import java.time.Instant;
import nullaosta.dossier.entry.Entry;

/**
 * What is left of a case that was erased.
 *
 * @param by id of who had it erased, on the proposal that the entry names
 */
public record ErasedCase(DossierId id, Instant at, String by, Entry.CaseErased entry) {

    public String inWords() {
        return "case " + entry.caseNumber() + " was erased on " + at.toString().substring(0, 10) + " on the ground of "
                + entry.ground() + ": " + entry.reason();
    }

    Refusal refusal() {
        return new Refusal(Refusal.Code.ERASED, inWords(), "a case that is still kept",
                "its entries are in the register, and closed for good");
    }
}
