package nullaosta.disclosure;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One field of an entry, shown.
 *
 * @param pointer where it stands in the entry (RFC 6901)
 * @param value what {@link CanonicalJson} reads
 * @param salt 16 bytes, hexadecimal; without it the field cannot be guessed and tried
 * @param place among the entry's leaves, with the way up to its commitment
 */
public record Opened(String pointer, @Nullable Object value, String salt, InclusionProof place) {

    static Digest leaf(String salt, String pointer, @Nullable Object value) {
        return Merkle.leaf(CanonicalJson.bytes(Arrays.asList(salt, pointer, value)));
    }

    /** The commitment that it is under; empty where its way leads nowhere. */
    public Optional<Digest> commitment() {
        return place.root(leaf(salt, pointer, value));
    }

    static String hex(byte[] salt) {
        return HexFormat.of().formatHex(salt);
    }
}
