package nullaosta.appointment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/** What a key put under a text. */
public sealed interface Assertion {

    String kid();

    /** By a key of a file: ECDSA on P-256 with SHA-256 over the text, 64 bytes. */
    record ByKey(String kid, byte[] signature) implements Assertion {
        public ByKey {
            signature = signature.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }
    }

    /**
     * By a passkey: an assertion as Web Authentication Level 2, clause 6.3.3 makes it. The challenge is the SHA-256 of the
     * text.
     *
     * @param authenticatorData what the authenticator says of itself, the site's digest first
     * @param clientData what the browser says it asked for, JSON
     * @param signature in DER
     */
    record ByPasskey(String kid, byte[] authenticatorData, byte[] clientData, byte[] signature) implements Assertion {
        public ByPasskey {
            authenticatorData = authenticatorData.clone();
            clientData = clientData.clone();
            signature = signature.clone();
        }

        @Override
        public byte[] authenticatorData() {
            return authenticatorData.clone();
        }

        @Override
        public byte[] clientData() {
            return clientData.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }
    }

    /** The user was present, and was recognised by the authenticator (clause 6.1). */
    int PRESENT_AND_VERIFIED = 0x05;

    /** Whether this is that key's signature over the text. */
    default boolean covers(byte[] text, OfficerKey by) {
        if (!kid().equals(by.kid())) {
            return false;
        }
        return switch (this) {
            case ByKey assertion -> by instanceof OfficerKey.OfFile && by.key().verify(text, assertion.signature());
            case ByPasskey assertion -> by instanceof OfficerKey.Passkey passkey && covers(assertion, text, passkey);
        };
    }

    private static boolean covers(ByPasskey assertion, byte[] text, OfficerKey.Passkey passkey) {
        byte[] data = assertion.authenticatorData();
        byte[] client = assertion.clientData();
        byte[] site = Digest.of(passkey.site().getBytes(StandardCharsets.UTF_8)).bytes();
        if (data.length < 37 || !Arrays.equals(data, 0, 32, site, 0, 32)
                || (data[32] & PRESENT_AND_VERIFIED) != PRESENT_AND_VERIFIED || !asks(client, text, passkey.site())) {
            return false;
        }
        byte[] digest = Digest.of(client).bytes();
        byte[] message = Arrays.copyOf(data, data.length + digest.length);
        System.arraycopy(digest, 0, message, data.length, digest.length);
        return passkey.key().verifyDer(message, assertion.signature());
    }

    private static boolean asks(byte[] clientData, byte[] text, String site) {
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.of(text).bytes());
        try {
            return CanonicalJson.read(clientData) instanceof Map<?, ?> json && "webauthn.get".equals(json.get("type"))
                    && challenge.equals(json.get("challenge")) && !Boolean.TRUE.equals(json.get("crossOrigin"))
                    && json.get("origin") instanceof String origin && isOf(site, origin);
        } catch (JsonFault e) {
            return false;
        }
    }

    /** The site itself over TLS; a site below it is another. Without TLS this machine alone. */
    private static boolean isOf(String site, String origin) {
        return origin.matches("https://" + Pattern.quote(site) + "(:[0-9]{1,5})?")
                || site.equals("localhost") && origin.matches("http://localhost(:[0-9]{1,5})?");
    }

    /** As entries keep it: canonical JSON. */
    default String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", kid());
        switch (this) {
            case ByKey assertion -> json.put("signature", base64(assertion.signature()));
            case ByPasskey assertion -> {
                json.put("authenticatorData", base64(assertion.authenticatorData()));
                json.put("clientData", base64(assertion.clientData()));
                json.put("signature", base64(assertion.signature()));
            }
        }
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }

    static Assertion parse(String text) throws SealFault {
        Parts parts = Parts.read(text.getBytes(StandardCharsets.UTF_8), "signature",
                Set.of("key", "authenticatorData", "clientData", "signature"));
        byte[] signature = bytes(parts, "signature");
        return parts.json().containsKey("authenticatorData")
                ? new ByPasskey(parts.text("key"), bytes(parts, "authenticatorData"), bytes(parts, "clientData"),
                        signature)
                : new ByKey(parts.text("key"), signature);
    }

    private static byte[] bytes(Parts parts, String field) throws SealFault {
        try {
            return Base64.getDecoder().decode(parts.text(field));
        } catch (IllegalArgumentException e) {
            throw new SealFault("signature: `" + field + "` is not base64");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
