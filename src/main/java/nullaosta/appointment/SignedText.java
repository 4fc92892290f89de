package nullaosta.appointment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nullaosta.seal.SealFault;

/**
 * A text under an officer's own signature.
 *
 * @param text as it was signed, to the byte
 * @param assertion as {@link Assertion#text} writes it
 */
public record SignedText(String text, String assertion) {

    /** The key that signed; empty where what stands there is no signature. */
    public Optional<String> kid() {
        return read().map(Assertion::kid);
    }

    public boolean signedBy(OfficerKey key) {
        return read().filter(assertion -> assertion.covers(text.getBytes(StandardCharsets.UTF_8), key)).isPresent();
    }

    private Optional<Assertion> read() {
        try {
            return Optional.of(Assertion.parse(assertion));
        } catch (SealFault e) {
            return Optional.empty();
        }
    }
}
