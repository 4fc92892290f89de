package nullaosta.gate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;

/**
 * A record as a device handed it over.
 *
 * @param text the record's one spelling, which is what the device signed
 * @param signature ES256, r ‖ s, in base64
 */
public record SignedCheck(GateCheck check, String text, String signature) {

    public static SignedCheck read(String text, String signature) throws SealFault {
        return new SignedCheck(GateCheck.read(text), text, signature);
    }

    /** What the next record names as the one before. */
    public Digest digest() {
        return Digest.of(bytes());
    }

    /** Whether the device signed it, and names itself in it. */
    public boolean signedBy(Device device) {
        try {
            return check.device().equals(device.id())
                    && device.key().verify(bytes(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
