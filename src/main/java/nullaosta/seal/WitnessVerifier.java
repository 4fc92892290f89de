package nullaosta.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A witness's verifier key: `name+hex id+base64(type‖key)`, type 04 for Ed25519 and 06 for ML-DSA-44. Its lines under a
 * checkpoint hold id, eight bytes of seconds since 1970, and the signature (C2SP tlog-cosignature, "Format").
 */
public final class WitnessVerifier {

    /** Bytes of an Ed25519 line: id, instant, signature. Short enough to travel with a clearance. */
    public static final int LINE_LENGTH = 4 + 8 + 64;

    private static final int ED25519 = 4;
    private static final int ML_DSA_44 = 6;
    /** The last second of the year 9999; beyond it nothing is a date. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final String name;
    private final Scheme scheme;
    private final byte[] point;
    private final PublicKey key;
    private final byte[] id;

    private WitnessVerifier(String name, Scheme scheme, byte[] point) throws SealFault {
        this.name = name;
        this.scheme = scheme;
        this.point = point.clone();
        this.key = scheme.ofPoint(point);
        this.id = NoteVerifier.id(name, type(scheme), point);
    }

    static WitnessVerifier of(String name, Scheme scheme, byte[] point) throws SealFault {
        return new WitnessVerifier(name, scheme, point);
    }

    private static int type(Scheme scheme) {
        return switch (scheme) {
            case EDDSA -> ED25519;
            case ML_DSA_44 -> ML_DSA_44;
            case ES256 -> throw new IllegalArgumentException("no witness cosigns with ES256");
        };
    }

    /** Reads a vkey; the id in it must be the one that follows from name and key. */
    public static WitnessVerifier parse(String vkey) throws SealFault {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = NoteVerifier.decode(parts[2]);
            for (Scheme scheme : List.of(Scheme.EDDSA, Scheme.ML_DSA_44)) {
                if (typed.length == 1 + scheme.keyLength && typed[0] == type(scheme)) {
                    return named(parts, new WitnessVerifier(parts[0], scheme,
                            Arrays.copyOfRange(typed, 1, typed.length)));
                }
            }
        }
        throw new SealFault("found `" + NoteVerifier.cut(vkey.strip())
                + "`; expected a witness's key `name+id+base64` for cosignatures with Ed25519 or ML-DSA-44");
    }

    private static WitnessVerifier named(String[] parts, WitnessVerifier verifier) throws SealFault {
        String expected = HexFormat.of().formatHex(verifier.id);
        if (expected.equals(parts[1])) {
            return verifier;
        }
        throw new SealFault("the key id `" + parts[1] + "` does not follow from name and key; expected `" + expected
                + "`");
    }

    public String name() {
        return name;
    }

    /** The four bytes that stand before each cosignature of this key. */
    public byte[] id() {
        return id.clone();
    }

    /** The key's text, as trust files hold it. */
    public String vkey() {
        byte[] typed = ByteBuffer.allocate(1 + point.length).put((byte) type(scheme)).put(point).array();
        return name + "+" + HexFormat.of().formatHex(id) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** When this witness says it saw the note, if one of the lines is its cosignature. */
    public Optional<Instant> cosignedAt(SignedNote note) {
        return note.signatures().stream().filter(line -> line.name().equals(name))
                .map(SignedNote.Line::idAndSignature)
                .filter(line -> line.length == 12 + scheme.signatureLength && Arrays.equals(line, 0, 4, id, 0, 4))
                .flatMap(line -> cosignedAt(note.text(), line).stream()).findFirst();
    }

    private Optional<Instant> cosignedAt(String text, byte[] line) {
        long seconds = ByteBuffer.wrap(line).getLong(4);
        if (seconds < 0 || seconds > LAST_SECOND) {
            return Optional.empty();
        }
        return message(name, scheme, seconds, text)
                .filter(message -> scheme.verify(key, message, Arrays.copyOfRange(line, 12, line.length)))
                .map(message -> Instant.ofEpochSecond(seconds));
    }

    /** What a witness signs; empty where the text is no checkpoint that this scheme can sign. */
    static Optional<byte[]> message(String name, Scheme scheme, long seconds, String text) {
        return scheme == Scheme.ML_DSA_44
                ? CosignedTree.of(text).flatMap(tree -> tree.message(name, seconds))
                : Optional.of(("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of the key, without its frame. */
    byte[] point() {
        return point.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WitnessVerifier that && vkey().equals(that.vkey());
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
