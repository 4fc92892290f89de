package nullaosta.decision;

import java.util.List;

/**
 * What the desk puts before the authority.
 *
 * @param preparedBy id of the person of the desk
 * @param conditions to be imposed, each in words
 * @param assessment digest of the assessment it rests on, hexadecimal; a later assessment makes the draft void
 */
public record Draft(String preparedBy, Verdict proposed, String reasons, List<String> conditions, String assessment) {

    public Draft {
        conditions = List.copyOf(conditions);
    }
}
