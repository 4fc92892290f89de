package nullaosta.seal;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The public half of an {@link IssuerKey}. Its kid is the first eight bytes of the SHA-256 of its SubjectPublicKeyInfo, in
 * hexadecimal, so that a kid cannot be given to another key by mistake.
 */
public final class IssuerPublicKey {

    private final PublicKey key;
    private final String kid;

    private IssuerPublicKey(PublicKey key) {
        this.key = key;
        this.kid = HexFormat.of().formatHex(Arrays.copyOf(Digest.of(key.getEncoded()).bytes(), 8));
    }

    static IssuerPublicKey of(PublicKey key) {
        return new IssuerPublicKey(key);
    }

    /** Reads the base64 of a SubjectPublicKeyInfo, as {@link #spki} writes it. */
    public static IssuerPublicKey parse(String spki) throws SealFault {
        try {
            return new IssuerPublicKey(Scheme.ES256.publicKey(Base64.getDecoder().decode(spki)));
        } catch (IllegalArgumentException e) {
            throw new SealFault("this is not a public key for ES256");
        }
    }

    /** SubjectPublicKeyInfo in base64. */
    public String spki() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public String kid() {
        return kid;
    }

    /** @param signature 64 bytes; of another length it is simply not one */
    public boolean verify(byte[] message, byte[] signature) {
        return Scheme.ES256.verify(key, message, signature);
    }

    /** @param signature a sequence of two integers in DER, as authenticators write it */
    public boolean verifyDer(byte[] message, byte[] signature) {
        return Scheme.verifyDer(key, message, signature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssuerPublicKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return kid;
    }
}
