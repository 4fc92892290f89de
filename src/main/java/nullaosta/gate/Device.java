package nullaosta.gate;

import java.util.Base64;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;

/**
 * A device of a base, by its own key, whose private half never left it.
 *
 * @param id SHA-256 of the key's SubjectPublicKeyInfo, hexadecimal
 * @param name what the base calls it
 */
public record Device(String id, IssuerPublicKey key, String base, String name) {

    private static final int SHOWN = 12;

    /** @param spki SubjectPublicKeyInfo of a key on P-256, in base64 */
    public static Device of(String spki, String base, String name) throws SealFault {
        IssuerPublicKey key = IssuerPublicKey.parse(spki);
        return new Device(Digest.of(Base64.getDecoder().decode(key.spki())).hex(), key, base, name);
    }

    /** What two people compare on two screens: {@code 4f2-09a-bb1-7c3}. */
    public String fingerprint() {
        return fingerprint(id);
    }

    public static String fingerprint(String id) {
        return id.substring(0, SHOWN).replaceAll("...(?!$)", "$0-");
    }
}
