package nullaosta.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes and opens the links by which offices without an account answer what they are asked. A link is nothing that is
 * kept: its key is made of case and consultation under a secret of the host, and it is spent when the consultation is
 * answered. Whoever holds it answers; the desk passes it on, so it says no more than that the desk or the office did.
 */
public final class OfficeLinks {

    /** 128 bits: nobody finds one by trying. */
    private static final int BYTES = 16;

    private final Marks marks;

    public OfficeLinks(Marks marks) {
        this.marks = marks;
    }

    /** Makes of a text a mark that only who has the secret makes. */
    public interface Marks {
        byte[] of(String text);
    }

    /** @param consultation its number in the case */
    public String key(DossierId dossier, int consultation) {
        byte[] key = new byte[BYTES];
        System.arraycopy(marks.of("answer " + dossier + " " + consultation), 0, key, 0, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** The right to answer, where the key is that of the consultation; whether an answer is still looked for is found when it is given. */
    public Optional<OfficeLink> open(DossierId dossier, int consultation, String key) {
        return MessageDigest.isEqual(key(dossier, consultation).getBytes(StandardCharsets.US_ASCII),
                key.getBytes(StandardCharsets.UTF_8))
                        ? Optional.of(new OfficeLink(dossier, consultation))
                        : Optional.empty();
    }
}
