package nullaosta.dossier;

import java.util.List;
import nullaosta.dossier.entry.Written;

/** What came of a command. */
public sealed interface Answer {

    /** Carried out, stored, and entered; {@code entries} are what it added. */
    record Done(Dossier dossier, List<Written> entries) implements Answer {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /** Not carried out; nothing changed. */
    record Refused(Refusal refusal) implements Answer {}
}
