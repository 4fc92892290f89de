package nullaosta.clearance;

import java.time.Instant;
import java.util.List;
import nullaosta.mission.Mission;

/**
 * What a clearance says.
 *
 * @param number the host's number with the version behind a stroke: {@code IT-2016-0042/1}
 * @param mission what was cleared
 * @param conditions under which, each in words
 * @param decidedBy name and office of each officer who signed
 * @param statusIndex its place in the status list, from 0, never used again
 */
public record Clearance(String number, Mission mission, List<String> conditions, List<String> decidedBy,
        Instant issuedAt, int statusIndex) {

    public Clearance {
        conditions = List.copyOf(conditions);
        decidedBy = List.copyOf(decidedBy);
    }
}
