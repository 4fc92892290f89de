package nullaosta.decision;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/**
 * What an officer puts their own signature under: everything that they decide, and the place in the case where they decide
 * it. A signature cannot be moved to another case, another assessment, other conditions, or behind another entry.
 *
 * @param register origin of the register that the case stands in
 * @param caseNumber the host's number
 * @param previous digest of the case's last entry in the register
 * @param inPlaceOf id of whose mandate a deputy uses
 * @param assessment digest of the assessment that the decision rests on, hexadecimal
 */
public record DecisionText(String register, String caseNumber, Digest previous, String assessment, String outcome,
        Verdict verdict, String reasons, List<String> conditions, String officer, String authority,
        Optional<String> inPlaceOf) {

    public DecisionText {
        conditions = List.copyOf(conditions);
    }

    /** Canonical JSON. */
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("kind", "Decision");
        json.put("register", register);
        json.put("case", caseNumber);
        json.put("previous", previous.hex());
        json.put("assessment", assessment);
        json.put("outcome", outcome);
        json.put("verdict", verdict.name());
        json.put("reasons", reasons);
        json.put("conditions", conditions);
        json.put("officer", officer);
        json.put("authority", authority);
        inPlaceOf.ifPresent(away -> json.put("inPlaceOf", away));
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }
}
