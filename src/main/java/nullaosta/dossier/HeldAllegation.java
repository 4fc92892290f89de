package nullaosta.dossier;

import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;

/** An allegation with the host's last answer to it. */
public record HeldAllegation(HarmAllegation allegation, Optional<Entry.AllegationAnswered> answer) {

    /** Whether the host's inquiry is over. */
    public boolean answered() {
        return answer.filter(it -> it.finding() != HarmAllegation.Finding.OPEN).isPresent();
    }
}
