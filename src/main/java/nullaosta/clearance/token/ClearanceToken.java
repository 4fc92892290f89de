package nullaosta.clearance.token;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.seal.Base45;
import nullaosta.seal.Cbor;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.Digest;
import nullaosta.seal.EarlyEnd;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.Scheme;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;

/**
 * The signed form of a clearance: a CWT (RFC 8392) in a COSE_Sign1 (RFC 9052) with ES256, in deterministic CBOR, base45
 * (RFC 9285) behind {@code NA1:}; {@code docs/reference/token.md}. There is one text for it, and only that one is read.
 *
 * @param receipt travels unsigned with it, so it must prove itself
 */
public record ClearanceToken(CoseSign1 message, Claims claims, Optional<Receipt> receipt) {

    public static final String PREFIX = "NA1:";

    /** Characters; four times what the largest QR code holds. */
    public static final int LONGEST = 16_384;

    private static final long RECEIPTS = 394;
    private static final Cbor.Table NOTHING = new Cbor.Table(Map.of());

    /** What a text turned out to be. */
    public sealed interface Reading {

        record Sound(ClearanceToken token) implements Reading {}

        /** @param found what exactly; empty where the reason says it all */
        record Faulty(Remark.Reason reason, String found) implements Reading {}
    }

    /** The message as it stands in the text, its claims not looked at yet. */
    private record Opened(CoseSign1 message, Cbor.@Nullable Bytes payload) {}

    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Reading.Faulty reading;

        Fault(Remark.Reason reason, String found) {
            this.reading = new Reading.Faulty(reason, found);
        }
    }

    /** @throws IllegalArgumentException for claims that no reader would take: {@link #read} says which and why */
    public static ClearanceToken sign(Claims claims, IssuerKey key) {
        byte[] payload = ClaimsFormat.write(claims);
        try {
            if (!ClaimsFormat.read(payload).equals(claims)) {
                throw new IllegalArgumentException("the claims do not read back: " + claims);
            }
        } catch (SealFault e) {
            throw new IllegalArgumentException("this clearance fits no paper: " + e.getMessage(), e);
        }
        return new ClearanceToken(CoseSign1.sign(NOTHING, payload, key), claims, Optional.empty());
    }

    /** Reads without asking who signed: for those who made it or only show it. */
    public static Reading read(String text) {
        try {
            return new Reading.Sound(claimed(opened(text)));
        } catch (Fault fault) {
            return fault.reading;
        }
    }

    /** Reads what one of the keys signed; nothing in it is looked at before that is known. */
    public static Reading read(String text, Map<String, IssuerPublicKey> keys) {
        try {
            Opened opened = opened(text);
            IssuerPublicKey key = keys.get(opened.message().kid());
            if (key == null) {
                throw new Fault(Remark.Reason.KEY_UNKNOWN, "it names " + named(opened.message().kid()) + "; known are "
                        + String.join(", ", keys.keySet().stream().sorted().toList()));
            }
            if (!opened.message().signedBy(key)) {
                throw new Fault(Remark.Reason.SIGNATURE_WRONG, "");
            }
            return new Reading.Sound(claimed(opened));
        } catch (Fault fault) {
            return fault.reading;
        }
    }

    private static String named(String kid) {
        return kid.isEmpty() ? "no key" : "the key " + (kid.length() > 32 ? kid.substring(0, 32) + "…" : kid);
    }

    private static Opened opened(String text) throws Fault {
        if (!text.startsWith(PREFIX)) {
            throw new Fault(Remark.Reason.NO_PREFIX, "");
        }
        if (text.length() > LONGEST) {
            throw new Fault(Remark.Reason.MALFORMED,
                    "it has " + text.length() + " characters; a clearance has at most " + LONGEST);
        }
        byte[] bytes = decoded(text.substring(PREFIX.length()));
        CoseSign1 message;
        try {
            message = CoseSign1.decode(bytes);
        } catch (EarlyEnd e) {
            throw new Fault(Remark.Reason.CUT_SHORT, "");
        } catch (SealFault e) {
            throw new Fault(Remark.Reason.MALFORMED, e.getMessage());
        }
        if (message.algorithm() != Scheme.ES256.algorithm) {
            throw new Fault(Remark.Reason.WRONG_ALGORITHM,
                    "it names algorithm " + message.algorithm() + "; expected " + Scheme.ES256.algorithm);
        }
        try {
            ClaimsFormat.refuseUnknown(message.headers(), Set.of(1L, 4L), "header ");
            ClaimsFormat.refuseUnknown(message.open(), Set.of(RECEIPTS), "unsigned header ");
        } catch (SealFault e) {
            throw new Fault(Remark.Reason.UNKNOWN_CONTENT, e.getMessage());
        }
        return new Opened(message, message.payload());
    }

    private static byte[] decoded(String base45) throws Fault {
        try {
            return Base45.decode(base45);
        } catch (EarlyEnd e) {
            throw new Fault(Remark.Reason.CUT_SHORT, "");
        } catch (SealFault e) {
            throw new Fault(Remark.Reason.NOT_BASE45, "behind NA1:, " + e.getMessage());
        }
    }

    private static ClearanceToken claimed(Opened opened) throws Fault {
        if (opened.payload() == null) {
            throw new Fault(Remark.Reason.MALFORMED, "it carries no claims");
        }
        try {
            Claims claims = ClaimsFormat.read(opened.payload().value());
            return new ClearanceToken(opened.message(), claims, receipt(opened.message().open()));
        } catch (ClaimsFormat.Unknown e) {
            throw new Fault(Remark.Reason.UNKNOWN_CONTENT, e.getMessage());
        } catch (SealFault e) {
            throw new Fault(Remark.Reason.MALFORMED, e.getMessage());
        }
    }

    private static Optional<Receipt> receipt(Cbor.Table open) throws SealFault {
        Cbor header = open.get(RECEIPTS);
        if (header == null) {
            return Optional.empty();
        }
        if (header instanceof Cbor.Array array && array.items().size() == 1
                && array.items().getFirst() instanceof Cbor.Bytes bytes) {
            return Optional.of(Receipt.read(bytes.value()));
        }
        throw new SealFault("unsigned header 394 holds no single receipt");
    }

    /** As it stands in a QR code. */
    public String text() {
        return PREFIX + Base45.encode(message.encode());
    }

    /** SHA-256 of the message without receipt: what the register knows it by. */
    public Digest digest() {
        return Digest.of(message.withOpen(NOTHING).encode());
    }

    public ClearanceToken withReceipt(Receipt proof) {
        Cbor receipts = Cbor.array(Cbor.of(proof.bytes()));
        return new ClearanceToken(message.withOpen(new Cbor.Table(Map.of(Cbor.of(RECEIPTS), receipts))), claims,
                Optional.of(proof));
    }

    public ClearanceToken withoutReceipt() {
        return new ClearanceToken(message.withOpen(NOTHING), claims, Optional.empty());
    }
}
