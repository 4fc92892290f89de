package nullaosta.dossier;

import nullaosta.dossier.entry.Entry;

/** What would come of a filing or an amendment; nothing was filed. */
public sealed interface Preview {

    /** It would be taken, and assessed so. */
    record Assessed(Entry.Assessed assessed) implements Preview {}

    /** It would not be taken. */
    record Refused(Refusal refusal) implements Preview {}
}
