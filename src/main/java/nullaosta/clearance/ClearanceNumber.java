package nullaosta.clearance;

import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.party.Numbering;
import nullaosta.party.StateCode;

/**
 * The host's number of a case, and with a version behind a stroke that of its clearance: {@code IT-2016-0042/1}. An
 * exercise shows in the number: {@code EX-IT-2016-0042}.
 */
public record ClearanceNumber(StateCode host, int year, int serial, DataMode mode) {

    public String ofCase(Numbering numbering) {
        return numbering.write(host, year, serial, mode == DataMode.EXERCISE);
    }

    /** A case's number in its parts; empty where it is not of this form. */
    public static Optional<ClearanceNumber> read(String caseNumber, StateCode host, Numbering numbering) {
        return numbering.read(host, caseNumber).map(parts -> new ClearanceNumber(host, parts.year(), parts.serial(),
                caseNumber.startsWith(Numbering.EXERCISE) ? DataMode.EXERCISE : DataMode.REAL));
    }

    public static String ofVersion(String caseNumber, int version) {
        return caseNumber + "/" + version;
    }
}
