package nullaosta.web.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.OfficerKey;
import nullaosta.decision.DecisionText;
import nullaosta.decision.Verdict;
import nullaosta.seal.Digest;

/** What an officer's browser or program needs to sign with a key of their own. */
public final class OwnHand {

    private OwnHand() {
    }

    /** The text, and its digest as a passkey takes it: base64url without padding. */
    public static Map<String, Object> toSign(DecisionText text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", text.text());
        json.put("challenge", Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Digest.of(text.text().getBytes(StandardCharsets.UTF_8)).bytes()));
        return json;
    }

    public static Map<String, Object> key(Appointment appointment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", appointment.key().kid());
        json.put("authority", appointment.authority());
        json.put("until", appointment.until().toString());
        if (appointment.key() instanceof OfficerKey.Passkey passkey) {
            json.put("credential", passkey.credential());
            json.put("site", passkey.site());
        }
        return json;
    }

    public static Optional<Verdict> verdict(String word) {
        return Arrays.stream(Verdict.values()).filter(verdict -> verdict.name().equals(word)).findFirst();
    }
}
