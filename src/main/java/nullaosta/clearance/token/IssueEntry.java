package nullaosta.clearance.token;

import java.util.Map;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/**
 * What the register holds of an issue. It follows from the signed document alone, so that whoever holds the paper can
 * look for it; the digest covers a signature and so gives away nothing that could be guessed and tried.
 */
public final class IssueEntry {

    private IssueEntry() {
    }

    /**
     * Canonical JSON: {@code {"kind":"Issue","token":"…","v":1}}.
     *
     * @param token SHA-256 of the COSE_Sign1 with empty unprotected header
     */
    public static byte[] bytes(Digest token) {
        return CanonicalJson.bytes(Map.of("v", 1, "kind", "Issue", "token", token.hex()));
    }

    /** The entry's leaf in the register's tree. */
    public static Digest leaf(Digest token) {
        return Merkle.leaf(bytes(token));
    }
}
