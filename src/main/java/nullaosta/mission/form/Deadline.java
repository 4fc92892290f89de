package nullaosta.mission.form;

import java.time.Instant;
import java.util.Optional;
import nullaosta.party.Profile;

/**
 * A lead time of the host against what is typed.
 *
 * @param when    of which flights it is asked, in words
 * @param applies whether it is asked of this one, as far as it is filled in
 * @param last    the last moment to file; empty while no departure is typed
 */
public record Deadline(Profile.LeadTime lead, String when, boolean applies, Optional<Instant> last) {

    public boolean missedAt(Instant now) {
        return last.filter(now::isAfter).isPresent();
    }
}
