package nullaosta.seal;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A verifier key of signed notes: `name+hex id+base64(01‖Ed25519 key)` (C2SP signed-note, "Verifier keys"). */
public final class NoteVerifier {

    private static final int ED25519 = 1;

    private final String name;
    private final byte[] point;
    private final PublicKey key;
    private final byte[] id;

    private NoteVerifier(String name, byte[] point) throws SealFault {
        this.name = name;
        this.point = point.clone();
        this.key = Scheme.EDDSA.ofPoint(point);
        this.id = id(name, ED25519, point);
    }

    /** SHA-256(name ‖ 0A ‖ type ‖ key), its first four bytes. */
    static byte[] id(String name, int type, byte[] point) throws SealFault {
        if (name.isEmpty() || name.contains("+") || name.codePoints().anyMatch(NoteVerifier::isSpace)) {
            throw new SealFault("`" + name + "` cannot name a key: a name is not empty and has no space and no `+`");
        }
        byte[] typed = {(byte) type};
        return Arrays.copyOf(Digest.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed, point).bytes(), 4);
    }

    static NoteVerifier of(String name, byte[] point) throws SealFault {
        return new NoteVerifier(name, point);
    }

    /** Reads a vkey; the id in it must be the one that follows from name and key. */
    public static NoteVerifier parse(String vkey) throws SealFault {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = decode(parts[2]);
            if (typed.length == 33 && typed[0] == ED25519) {
                NoteVerifier verifier = new NoteVerifier(parts[0], Arrays.copyOfRange(typed, 1, 33));
                if (verifier.idHex().equals(parts[1])) {
                    return verifier;
                }
                throw new SealFault("the key id `" + parts[1] + "` does not follow from name and key; expected `"
                        + verifier.idHex() + "`");
            }
        }
        throw new SealFault("found `" + cut(vkey.strip()) + "`; expected a verifier key `name+id+base64` for Ed25519");
    }

    static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < 0x20;
    }

    public String name() {
        return name;
    }

    /** The key's text, as trust files hold it. */
    public String vkey() {
        byte[] typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(point, 0, typed, 1, 32);
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** The four bytes that stand before each signature of this key. */
    public byte[] id() {
        return id.clone();
    }

    private String idHex() {
        return HexFormat.of().formatHex(id);
    }

    boolean verify(byte[] message, byte[] signature) {
        return Scheme.EDDSA.verify(key, message, signature);
    }

    /** The 32 bytes of the Ed25519 key. */
    byte[] point() {
        return point.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteVerifier that && vkey().equals(that.vkey());
    }

    @Override
    public int hashCode() {
        return vkey().hashCode();
    }

    @Override
    public String toString() {
        return vkey();
    }
}
