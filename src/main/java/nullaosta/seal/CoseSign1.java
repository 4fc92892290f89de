package nullaosta.seal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message with one signature (COSE_Sign1, RFC 9052 clause 4.2), tagged 18.
 *
 * @param headers the protected header: signed, encoded as given
 * @param open the unprotected header: not signed, so nothing in it may be believed for its own sake
 * @param payload null where it is detached (and then given again to verify)
 */
public record CoseSign1(Cbor.Table headers, Cbor.Table open, Cbor.@Nullable Bytes payload, Cbor.Bytes signature) {

    private static final long TAG = 18;
    private static final long ALGORITHM = 1;
    private static final long KEY_ID = 4;

    /** Signs with ES256; algorithm and kid are added to the protected header. */
    public static CoseSign1 sign(Cbor.Table headers, byte[] payload, IssuerKey key) {
        Cbor.Table named = named(headers, Scheme.ES256, key.kid());
        byte[] signature = key.sign(toBeSigned(named, payload));
        return new CoseSign1(named, new Cbor.Table(Map.of()), Cbor.of(payload), Cbor.of(signature));
    }

    /** Signs with EdDSA over a payload that does not travel with the signature. */
    public static CoseSign1 signDetached(Cbor.Table headers, byte[] payload, NoteKey key) {
        Cbor.Table named = named(headers, Scheme.EDDSA, HexFormat.of().formatHex(key.verifier().id()));
        byte[] signature = key.sign(toBeSigned(named, payload));
        return new CoseSign1(named, new Cbor.Table(Map.of()), null, Cbor.of(signature));
    }

    /** Whether this is the key's ES256 signature over the payload that it carries. */
    public boolean signedBy(IssuerPublicKey key) {
        return payload != null && algorithm() == Scheme.ES256.algorithm
                && key.verify(toBeSigned(headers, payload.value()), signature.value());
    }

    /** Whether this is the key's EdDSA signature over the payload given. */
    public boolean signedBy(NoteVerifier key, byte[] detached) {
        return payload == null && algorithm() == Scheme.EDDSA.algorithm
                && key.verify(toBeSigned(headers, detached), signature.value());
    }

    /** The COSE number of the algorithm that the protected header names; 0 (reserved) where it names none. */
    public long algorithm() {
        return headers.get(ALGORITHM) instanceof Cbor.Int(long number) ? number : 0;
    }

    /** The kid of the protected header in hexadecimal; empty where there is none. */
    public String kid() {
        return headers.get(KEY_ID) instanceof Cbor.Bytes id ? HexFormat.of().formatHex(id.value()) : "";
    }

    /** The same message with another unprotected header; the signature stays valid. */
    public CoseSign1 withOpen(Cbor.Table other) {
        return new CoseSign1(headers, other, payload, signature);
    }

    public byte[] encode() {
        Cbor content = payload == null ? new Cbor.Null() : payload;
        return new Cbor.Tagged(TAG, Cbor.array(Cbor.of(headerBytes(headers)), open, content, signature)).encode();
    }

    public static CoseSign1 decode(byte[] bytes) throws SealFault {
        if (Cbor.decode(bytes) instanceof Cbor.Tagged(long tag, Cbor inner) && tag == TAG
                && inner instanceof Cbor.Array array && array.items().size() == 4
                && array.items().get(0) instanceof Cbor.Bytes headers
                && array.items().get(1) instanceof Cbor.Table open
                && array.items().get(3) instanceof Cbor.Bytes signature) {
            Cbor content = array.items().get(2);
            if (content instanceof Cbor.Bytes || content instanceof Cbor.Null) {
                return new CoseSign1(header(headers.value()), open, content instanceof Cbor.Bytes b ? b : null,
                        signature);
            }
        }
        throw new SealFault("these bytes are CBOR, but not a message with one signature (COSE_Sign1)");
    }

    private static Cbor.Table header(byte[] bytes) throws SealFault {
        if (bytes.length == 0) {
            return new Cbor.Table(Map.of());
        }
        if (Cbor.decode(bytes) instanceof Cbor.Table table && !table.entries().isEmpty()) {
            return table;
        }
        throw new SealFault("the protected header is not a map");
    }

    private static Cbor.Table named(Cbor.Table headers, Scheme scheme, String kid) {
        LinkedHashMap<Cbor, Cbor> named = new LinkedHashMap<>(headers.entries());
        named.put(Cbor.of(ALGORITHM), Cbor.of(scheme.algorithm));
        named.put(Cbor.of(KEY_ID), Cbor.of(HexFormat.of().parseHex(kid)));
        return new Cbor.Table(named);
    }

    /** Sig_structure, RFC 9052 clause 4.4. */
    private static byte[] toBeSigned(Cbor.Table headers, byte[] payload) {
        return Cbor.array(Cbor.of("Signature1"), Cbor.of(headerBytes(headers)), Cbor.of(new byte[0]), Cbor.of(payload))
                .encode();
    }

    /** An empty protected header is the empty string (RFC 9052, clause 3). */
    private static byte[] headerBytes(Cbor.Table headers) {
        return headers.entries().isEmpty() ? "".getBytes(StandardCharsets.UTF_8) : headers.encode();
    }
}
