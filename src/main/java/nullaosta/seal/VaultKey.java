package nullaosta.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key under which text is kept closed: AES-256 in GCM (NIST SP 800-38D), a random nonce of 96 bits before each text.
 *
 * <p>A text is bound to its place: moved to another it does not open.
 */
public final class VaultKey {

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String LABEL = "NULLAOSTA VAULT KEY";

    private final SecretKey key;
    private final SecretKey words;
    private final SecretKey marks;

    private VaultKey(byte[] secret) {
        key = new SecretKeySpec(secret, "AES");
        words = derived(secret, "words");
        marks = derived(secret, "marks");
    }

    private static SecretKey derived(byte[] secret, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", HKDFParameterSpec.expandOnly(
                    new SecretKeySpec(secret, "HKDF-PRK"), purpose.getBytes(StandardCharsets.US_ASCII), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no HKDF", e);
        }
    }

    public static VaultKey generate(RandomGenerator random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new VaultKey(secret);
    }

    public static VaultKey load(Path file) throws IOException, SealFault {
        return of(KeyFile.unblock(Files.readString(file, StandardCharsets.US_ASCII), LABEL));
    }

    /** Into a new file that its owner alone may read. */
    public void save(Path file) throws IOException {
        KeyFile.write(file, KeyFile.block(LABEL, key.getEncoded()));
    }

    private static VaultKey of(byte[] secret) throws SealFault {
        if (secret.length != BYTES) {
            throw new SealFault("expected a key of " + BYTES + " bytes, found " + secret.length);
        }
        return new VaultKey(secret);
    }

    /** @param place where the text is kept; {@link #open} needs the same */
    public byte[] close(byte[] text, String place, RandomGenerator random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text);
            return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot close a text", e);
        }
    }

    /** @throws SealFault if another key closed it, or it was altered, or it belongs elsewhere */
    public byte[] open(byte[] closed, String place) throws SealFault {
        if (closed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new SealFault("expected a closed text, found " + closed.length + " bytes");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE), place)
                    .doFinal(closed, NONCE, closed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new SealFault("the closed text of " + place + " does not open with this key");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Another key, closed under this one. */
    public byte[] wrap(VaultKey other, String place, RandomGenerator random) {
        return close(other.key.getEncoded(), place, random);
    }

    public VaultKey unwrap(byte[] wrapped, String place) throws SealFault {
        return of(open(wrapped, place));
    }

    /** A number that stands for a word: equal for equal words, and telling nothing of them to who has not this key. */
    public long blind(String word) {
        return ByteBuffer.wrap(mac(words, word)).getLong();
    }

    /** 256 bits that only who has this key makes of a text: by them a text is known again that was given away. */
    public byte[] mark(String text) {
        return mac(marks, text);
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no HMAC", e);
        }
    }
}
