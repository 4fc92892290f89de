package nullaosta.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/**
 * What the register shows of an entry: enough to prove that it exists, when, and in which order, and nothing of what it says.
 *
 * <p>The commitment is SHA-256 over 16 random bytes of salt and the stored bytes, so that a body that could be guessed (a
 * tail number, a yes) cannot be tried against it. Number and previous digest chain the entries of one case: a gap or a
 * swap shows.
 *
 * @param pseudonym of the case: random, the same for all its entries
 * @param number counts from 1 within the case
 * @param previous digest of the envelope before it; of no bytes for the first
 */
public record Envelope(String pseudonym, int number, String kind, Instant at, Digest previous, Digest commitment) {

    public static Digest commitment(byte[] salt, byte[] body) {
        return Digest.of(salt, body);
    }

    /** Canonical JSON, as the register holds it; the instant is cut to the minute. */
    public byte[] bytes() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("case", pseudonym);
        json.put("n", number);
        json.put("kind", kind);
        json.put("minute", at.truncatedTo(ChronoUnit.MINUTES).toString());
        json.put("previous", previous.hex());
        json.put("commitment", commitment.hex());
        return CanonicalJson.bytes(json);
    }

    public Digest digest() {
        return Digest.of(bytes());
    }
}
