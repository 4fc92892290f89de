package nullaosta.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest, 32 bytes; equal when the bytes are. */
public final class Digest {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The digest of the parts one after the other. */
    public static Digest of(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return new Digest(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes 32 bytes that are a digest already. @throws IllegalArgumentException for another length */
    public static Digest wrap(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes, found " + digest.length);
        }
        return new Digest(digest.clone());
    }

    /** Reads 64 hexadecimal digits of either case. */
    public static Digest parse(String hex) throws SealFault {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new SealFault("found `" + hex + "`; expected a SHA-256 digest of 64 hexadecimal digits");
        }
        return new Digest(HexFormat.of().parseHex(hex));
    }

    /** Reads the standard base64 of 32 bytes, in its one canonical spelling. */
    public static Digest parseBase64(String base64) throws SealFault {
        try {
            byte[] read = Base64.getDecoder().decode(base64);
            if (read.length == LENGTH && Base64.getEncoder().encodeToString(read).equals(base64)) {
                return new Digest(read);
            }
        } catch (IllegalArgumentException e) {
            // answered below, as for a wrong length
        }
        throw new SealFault("found `" + base64 + "`; expected a SHA-256 digest in base64");
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
