package nullaosta.clearance.token;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import nullaosta.seal.Cbor;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;

/**
 * The life of every clearance, two bits each (Token Status List as CWT, draft-ietf-oauth-status-list, clauses 4 and 5.2).
 *
 * <p>Beside the draft's claims it states how many clearances it speaks of: the draft pads the last byte with zeroes, and
 * a clearance that the list does not know must not read as valid.
 */
public final class StatusList {

    /** Clearances at most; more are another list. */
    public static final int MOST = ClaimsFormat.LARGEST_INDEX;

    private static final long TYPE = 16;
    private static final String STATUS_LIST_CWT = "application/statuslist+cwt";
    private static final long SUBJECT = 2;
    private static final long LIST = 65533;
    private static final long COUNT = -65537;
    private static final int LARGEST = 2_000_000;

    /** The draft's status types, in the order of their numbers; the last is for applications to define. */
    public enum Status {
        VALID,
        REVOKED,
        SUSPENDED,
        REPLACED
    }

    private final String address;
    private final Instant issuedAt;
    private final int count;
    private final byte[] packed;

    private StatusList(String address, Instant issuedAt, int count, byte[] packed) {
        this.address = address;
        this.issuedAt = issuedAt;
        this.count = count;
        this.packed = packed;
    }

    /** @param statuses by index, from 0 */
    public static StatusList of(String address, Instant issuedAt, List<Status> statuses) {
        if (statuses.size() > MOST) {
            throw new IllegalArgumentException("a list has at most " + MOST + " statuses, found " + statuses.size());
        }
        byte[] packed = new byte[(statuses.size() + 3) / 4];
        for (int i = 0; i < statuses.size(); i++) {
            packed[i / 4] |= (byte) (statuses.get(i).ordinal() << 2 * (i % 4));
        }
        return new StatusList(address, Instant.ofEpochSecond(issuedAt.getEpochSecond()), statuses.size(), packed);
    }

    public String address() {
        return address;
    }

    /** In whole seconds. */
    public Instant issuedAt() {
        return issuedAt;
    }

    public int count() {
        return count;
    }

    /** Empty for a clearance that the list does not know. */
    public Optional<Status> status(int index) {
        return index < 0 || index >= count
                ? Optional.empty()
                : Optional.of(Status.values()[packed[index / 4] >> 2 * (index % 4) & 3]);
    }

    public byte[] sign(IssuerKey key) {
        Map<Cbor, Cbor> list = new LinkedHashMap<>();
        list.put(Cbor.of("bits"), Cbor.of(2));
        list.put(Cbor.of("lst"), Cbor.of(deflated(packed)));
        Map<Cbor, Cbor> claims = new LinkedHashMap<>();
        claims.put(Cbor.of(SUBJECT), Cbor.of(address));
        claims.put(Cbor.of(ClaimsFormat.ISSUED_AT), Cbor.of(issuedAt.getEpochSecond()));
        claims.put(Cbor.of(LIST), new Cbor.Table(list));
        claims.put(Cbor.of(COUNT), Cbor.of(count));
        Cbor.Table headers = new Cbor.Table(Map.of(Cbor.of(TYPE), Cbor.of(STATUS_LIST_CWT)));
        return CoseSign1.sign(headers, new Cbor.Table(claims).encode(), key).encode();
    }

    /** Reads a list that one of the keys signed. */
    public static StatusList read(byte[] bytes, Map<String, IssuerPublicKey> keys) throws SealFault {
        if (bytes.length > LARGEST) {
            throw new SealFault("a status list of " + bytes.length + " bytes; expected at most " + LARGEST);
        }
        CoseSign1 message = CoseSign1.decode(bytes);
        ClaimsFormat.refuseUnknown(message.headers(), Set.of(1L, 4L, TYPE), "header ");
        ClaimsFormat.refuseUnknown(message.open(), Set.of(), "unsigned header ");
        IssuerPublicKey key = keys.get(message.kid());
        if (key == null) {
            throw new SealFault("no key of the trust file signed the status list");
        }
        if (!(message.payload() instanceof Cbor.Bytes payload) || !message.signedBy(key)) {
            throw new SealFault("the signature of the status list is wrong");
        }
        if (!Cbor.of(STATUS_LIST_CWT).equals(message.headers().get(TYPE))) {
            throw new SealFault("what is signed there is no status list");
        }
        return claimed(ClaimsFormat.table(Cbor.decode(payload.value()), "the status list"));
    }

    private static StatusList claimed(Cbor.Table claims) throws SealFault {
        ClaimsFormat.refuseUnknown(claims, Set.of(SUBJECT, ClaimsFormat.ISSUED_AT, LIST, COUNT), "claim ");
        if (claims.get(SUBJECT) instanceof Cbor.Text(String address)
                && claims.get(COUNT) instanceof Cbor.Int(long count) && count >= 0 && count <= MOST
                && claims.get(LIST) instanceof Cbor.Table list && list.entries().size() == 2
                && Cbor.of(2).equals(list.entries().get(Cbor.of("bits")))
                && list.entries().get(Cbor.of("lst")) instanceof Cbor.Bytes compressed) {
            byte[] packed = inflated(compressed.value(), (int) (count + 3) / 4);
            if (count % 4 != 0 && (packed[packed.length - 1] & 0xff) >> 2 * (count % 4) != 0) {
                throw new SealFault("the status list says something behind its last clearance");
            }
            return new StatusList(address, ClaimsFormat.instant(claims, ClaimsFormat.ISSUED_AT), (int) count, packed);
        }
        throw new SealFault("the status list does not state its subject, its count and two bits for each clearance");
    }

    /** ZLIB (RFC 1950), as the draft's clause 4.1 asks. */
    private static byte[] deflated(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** Never makes more than one byte beyond what the count calls for, however much the input would swell to. */
    private static byte[] inflated(byte[] compressed, int expected) throws SealFault {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            byte[] plain = new byte[expected + 1];
            int at = 0;
            while (at < plain.length && !inflater.finished()) {
                int more = inflater.inflate(plain, at, plain.length - at);
                if (more == 0 && !inflater.finished()) {
                    throw new SealFault("the status list's bits are cut short");
                }
                at += more;
            }
            if (!inflater.finished() || at != expected || inflater.getRemaining() > 0) {
                throw new SealFault("the status list's bits are not as many as its count says");
            }
            return Arrays.copyOf(plain, expected);
        } catch (DataFormatException e) {
            throw new SealFault("the status list's bits are not compressed as ZLIB does");
        }
    }
}
