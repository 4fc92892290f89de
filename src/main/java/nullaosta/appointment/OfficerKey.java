package nullaosta.appointment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;

/** The public half of a key that an officer signs with. */
public sealed interface OfficerKey {

    /** Of its JSON. */
    Set<String> FIELDS = Set.of("spki", "credential", "site");

    IssuerPublicKey key();

    /** Names the key in what it signs. */
    default String kid() {
        return key().kid();
    }

    /** A key in a file or a card, which signs the text itself. */
    record OfFile(IssuerPublicKey key) implements OfficerKey {}

    /**
     * A passkey (W3C Web Authentication), which signs the text's digest as a challenge of one site.
     *
     * @param credential what the browser finds it by, base64url
     * @param site domain of the site that it was made for; it signs for no other
     */
    record Passkey(IssuerPublicKey key, String credential, String site) implements OfficerKey {
        public Passkey {
            if (!credential.matches("[A-Za-z0-9_-]{1,1400}")) {
                throw new IllegalArgumentException("a credential is written in base64url");
            }
            if (site.isEmpty()) {
                throw new IllegalArgumentException("a passkey is of one site");
            }
        }
    }

    default Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("spki", key().spki());
        if (this instanceof Passkey passkey) {
            json.put("credential", passkey.credential());
            json.put("site", passkey.site());
        }
        return json;
    }

    /** Reads the public half as an officer brings it: the JSON of {@link #toMap}. */
    static OfficerKey parse(byte[] document) throws SealFault {
        return of(Parts.read(document, "key", FIELDS));
    }

    static OfficerKey of(Map<?, ?> json) throws SealFault {
        return of(new Parts(json, "key", FIELDS));
    }

    private static OfficerKey of(Parts parts) throws SealFault {
        IssuerPublicKey key = IssuerPublicKey.parse(parts.text("spki"));
        Optional<String> credential = parts.optional("credential");
        if (credential.isEmpty()) {
            return new OfFile(key);
        }
        try {
            return new Passkey(key, credential.get(), parts.text("site"));
        } catch (IllegalArgumentException e) {
            throw new SealFault(String.valueOf(e.getMessage()));
        }
    }
}
