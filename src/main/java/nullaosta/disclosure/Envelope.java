package nullaosta.disclosure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/**
 * What the register shows of an entry: enough to prove that it exists, when, and in which order, and nothing of what it says.
 *
 * <p>Number and previous digest chain the entries of one case: a gap or a swap shows.
 *
 * @param pseudonym of the case: random, the same for all its entries
 * @param number counts from 1 within the case
 * @param previous digest of the envelope before it; of no bytes for the first
 * @param commitment to what the entry says, field by field: the root of {@link FieldTree}
 */
public record Envelope(String pseudonym, int number, String kind, Instant at, Digest previous, Digest commitment) {

    /** Of the first form, in which one digest covered the whole entry, some registers hold entries; they have {@code v} 1. */
    private static final long VERSION = 2;

    /** Canonical JSON, as the register holds it; the instant is cut to the minute. */
    public byte[] bytes() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", VERSION);
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

    /** Reads what {@link #bytes} wrote, to the byte. */
    public static Envelope parse(byte[] entry) throws SealFault {
        try {
            if (CanonicalJson.read(entry) instanceof Map<?, ?> json
                    && Long.valueOf(VERSION).equals(json.get("v"))
                    && json.get("case") instanceof String pseudonym && json.get("n") instanceof Long number
                    && number > 0 && number <= Integer.MAX_VALUE && json.get("kind") instanceof String kind
                    && json.get("minute") instanceof String minute && json.get("previous") instanceof String previous
                    && json.get("commitment") instanceof String commitment) {
                Envelope envelope = new Envelope(pseudonym, number.intValue(), kind, Instant.parse(minute),
                        Digest.parse(previous), Digest.parse(commitment));
                if (Arrays.equals(envelope.bytes(), entry)) {
                    return envelope;
                }
            }
        } catch (JsonFault | DateTimeException e) {
            // answered below, as for an entry of another shape
        }
        throw new SealFault("the entry is no envelope of version " + VERSION);
    }
}
