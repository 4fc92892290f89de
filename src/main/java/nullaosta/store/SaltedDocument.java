package nullaosta.store;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import nullaosta.seal.CanonicalJson;

/** A document of which the register holds the digest alone: salted, so that nobody finds what it says by trying. */
final class SaltedDocument {

    private static final int SALT_BYTES = 16;

    private SaltedDocument() {
    }

    /** @param random must be unpredictable outside tests */
    static byte[] of(String kind, Map<String, Object> fields, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Map<String, Object> json = new LinkedHashMap<>(fields);
        json.put("v", 1);
        json.put("kind", kind);
        json.put("salt", HexFormat.of().formatHex(salt));
        return CanonicalJson.bytes(json);
    }
}
