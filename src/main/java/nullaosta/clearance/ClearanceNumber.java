package nullaosta.clearance;

import java.util.Locale;
import nullaosta.mission.DataMode;
import nullaosta.party.StateCode;

/**
 * The host's number of a case, and with a version behind a stroke that of its clearance: {@code IT-2016-0042/1}. An
 * exercise shows in the number: {@code EX-IT-2016-0042}.
 */
public record ClearanceNumber(StateCode host, int year, int serial, DataMode mode) {

    public String ofCase() {
        return String.format(Locale.ROOT, "%s%s-%04d-%04d", mode == DataMode.EXERCISE ? "EX-" : "", host.code(), year,
                serial);
    }

    public static String ofVersion(String caseNumber, int version) {
        return caseNumber + "/" + version;
    }
}
