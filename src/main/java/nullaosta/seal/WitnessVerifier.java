package nullaosta.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A witness's verifier key: `name+hex id+base64(04‖Ed25519 key)`. Its lines under a note hold id, eight bytes of seconds
 * since 1970, and the signature over those seconds and the note's text (C2SP tlog-cosignature, "Format").
 */
public final class WitnessVerifier {

    /** Bytes of a line: id, instant, signature. */
    public static final int LINE_LENGTH = 4 + 8 + 64;

    private static final int COSIGNATURE = 4;
    /** The last second of the year 9999; beyond it nothing is a date. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final String name;
    private final byte[] point;
    private final PublicKey key;
    private final byte[] id;

    private WitnessVerifier(String name, byte[] point) throws SealFault {
        this.name = name;
        this.point = point.clone();
        this.key = Curve.EDDSA.ofPoint(point);
        this.id = NoteVerifier.id(name, COSIGNATURE, point);
    }

    static WitnessVerifier of(String name, byte[] point) throws SealFault {
        return new WitnessVerifier(name, point);
    }

    /** Reads a vkey; the id in it must be the one that follows from name and key. */
    public static WitnessVerifier parse(String vkey) throws SealFault {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = NoteVerifier.decode(parts[2]);
            if (typed.length == 33 && typed[0] == COSIGNATURE) {
                WitnessVerifier verifier = new WitnessVerifier(parts[0], Arrays.copyOfRange(typed, 1, 33));
                String expected = HexFormat.of().formatHex(verifier.id);
                if (expected.equals(parts[1])) {
                    return verifier;
                }
                throw new SealFault("the key id `" + parts[1] + "` does not follow from name and key; expected `"
                        + expected + "`");
            }
        }
        throw new SealFault("found `" + NoteVerifier.cut(vkey.strip())
                + "`; expected a witness's key `name+id+base64` for cosignatures with Ed25519");
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
        byte[] typed = ByteBuffer.allocate(33).put((byte) COSIGNATURE).put(point).array();
        return name + "+" + HexFormat.of().formatHex(id) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** When this witness says it saw the note, if one of the lines is its cosignature. */
    public Optional<Instant> cosignedAt(SignedNote note) {
        return note.signatures().stream().filter(line -> line.name().equals(name))
                .map(SignedNote.Line::idAndSignature)
                .filter(line -> line.length == LINE_LENGTH && Arrays.equals(line, 0, 4, id, 0, 4))
                .flatMap(line -> cosignedAt(note.text(), line).stream()).findFirst();
    }

    private Optional<Instant> cosignedAt(String text, byte[] line) {
        long seconds = ByteBuffer.wrap(line).getLong(4);
        boolean dated = seconds >= 0 && seconds <= LAST_SECOND;
        return dated && Curve.EDDSA.verify(key, cosigned(seconds, text), Arrays.copyOfRange(line, 12, LINE_LENGTH))
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    /** What a witness signs. */
    static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** The 32 bytes of the Ed25519 key. */
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
