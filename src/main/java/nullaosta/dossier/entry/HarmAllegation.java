package nullaosta.dossier.entry;

import java.time.LocalDate;
import java.util.Optional;
import nullaosta.mission.Grade;

/**
 * Somebody's word that a cleared flight harmed civilians; kept with its source and grade, beside others that say otherwise.
 *
 * @param number  within the case, from 1
 * @param dated   when the source said so
 * @param place   in the source's words
 * @param dead    as alleged; empty where the source says no number
 * @param injured the same
 */
public record HarmAllegation(int number, String source, LocalDate dated, Grade grade, String place,
        Optional<Integer> dead, Optional<Integer> injured, String words) {

    /** What the host's inquiry came to. */
    public enum Finding {
        CONFIRMED,
        CREDIBLE,
        NOT_CREDIBLE,
        /** It is not over. */
        OPEN
    }
}
