package nullaosta.mission.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.party.Profile;

/**
 * A lead time of the host against what is typed.
 *
 * @param when    of which flights it is asked, in words
 * @param applies whether it is asked of this one, as far as it is filled in
 * @param unsaid  labels of the questions that are not answered and on which that hangs; what is unsaid is not taken for no
 * @param last    the last moment to file; empty while no departure is typed
 */
public record Deadline(Profile.LeadTime lead, String when, boolean applies, List<String> unsaid,
        Optional<Instant> last) {

    public Deadline {
        unsaid = List.copyOf(unsaid);
    }

    public boolean missedAt(Instant now) {
        return last.filter(now::isAfter).isPresent();
    }
}
