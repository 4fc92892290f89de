package nullaosta.clearance.token;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.InclusionProof;
import nullaosta.seal.Cbor;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessVerifier;
import org.jspecify.annotations.Nullable;

/**
 * A register's receipt for one entry (RFC 9942, with the tree of RFC 9162): a COSE_Sign1 of the register's key over the
 * root that the path leads to. Beside the proof, under a label for private use, stand the witnesses' cosignatures of
 * the checkpoint of that size and root, which the reader writes again from origin, size and root.
 *
 * @param cosignatures each as in its note's line: id, instant, signature
 */
public record Receipt(CoseSign1 message, InclusionProof proof, List<Cbor.Bytes> cosignatures) {

    private static final long STRUCTURE = 395;
    private static final long PROOFS = 396;
    private static final long RFC9162_SHA256 = 1;
    private static final long INCLUSION = -1;
    private static final long COSIGNATURES = -65537;
    private static final int LONGEST_PATH = 63;
    private static final int MOST_COSIGNATURES = 16;

    public Receipt {
        cosignatures = List.copyOf(cosignatures);
    }

    /**
     * Signs a receipt under a published checkpoint.
     *
     * @param note the checkpoint as published; cosignatures under it are taken along
     * @throws IllegalArgumentException if the proof is for a tree of another size
     * @throws SealFault if the checkpoint is not this key's
     */
    public static Receipt sign(InclusionProof proof, byte[] note, NoteKey key) throws SealFault {
        Checkpoint checkpoint = Checkpoint.open(note, key.verifier());
        if (checkpoint.size() != proof.size()) {
            throw new IllegalArgumentException(
                    "a proof for size " + proof.size() + " under a checkpoint of size " + checkpoint.size());
        }
        CoseSign1 signed = CoseSign1.signDetached(
                new Cbor.Table(Map.of(Cbor.of(STRUCTURE), Cbor.of(RFC9162_SHA256))), checkpoint.root().bytes(), key);
        List<Cbor.Bytes> cosignatures = SignedNote.parse(note).signatures().stream()
                .map(SignedNote.Line::idAndSignature).filter(line -> line.length == WitnessVerifier.LINE_LENGTH)
                .map(Cbor::of).toList();
        Map<Cbor, Cbor> open = new LinkedHashMap<>();
        open.put(Cbor.of(PROOFS), new Cbor.Table(Map.of(Cbor.of(INCLUSION), Cbor.array(inclusion(proof)))));
        if (!cosignatures.isEmpty()) {
            open.put(Cbor.of(COSIGNATURES), new Cbor.Array(List.copyOf(cosignatures)));
        }
        return new Receipt(signed.withOpen(new Cbor.Table(open)), proof, cosignatures);
    }

    public byte[] bytes() {
        return message.encode();
    }

    public static Receipt read(byte[] bytes) throws SealFault {
        CoseSign1 message = CoseSign1.decode(bytes);
        ClaimsFormat.refuseUnknown(message.headers(), Set.of(1L, 4L, STRUCTURE), "receipt header ");
        ClaimsFormat.refuseUnknown(message.open(), Set.of(PROOFS, COSIGNATURES), "receipt header ");
        if (!(message.headers().get(STRUCTURE) instanceof Cbor.Int(long structure)) || structure != RFC9162_SHA256) {
            throw new SealFault("the receipt is not one of a tree as in RFC 9162");
        }
        return new Receipt(message, proof(message.open().get(PROOFS)), cosignatures(message.open()));
    }

    /**
     * The checkpoint that this receipt shows the leaf under, as a note with the witnesses' lines that are known; empty
     * where the register's key did not sign it.
     */
    public Optional<SignedNote> checkpoint(Digest leaf, Trust trust) {
        return proof.root(leaf).filter(root -> message.signedBy(trust.register(), root.bytes())
                && message.kid().equals(HexFormat.of().formatHex(trust.register().id()))).map(root -> new SignedNote(
                        new Checkpoint(trust.register().name(), proof.size(), root).text(), lines(trust)));
    }

    private List<SignedNote.Line> lines(Trust trust) {
        List<SignedNote.Line> lines = new ArrayList<>();
        for (Cbor.Bytes cosignature : cosignatures) {
            trust.witnesses().stream().filter(witness -> HexFormat.of().formatHex(cosignature.value(), 0, 4)
                    .equals(HexFormat.of().formatHex(witness.id())))
                    .forEach(witness -> lines.add(new SignedNote.Line(witness.name(), cosignature.value())));
        }
        return lines;
    }

    private static Cbor inclusion(InclusionProof proof) {
        List<Cbor> path = proof.path().stream().<Cbor>map(hash -> Cbor.of(hash.bytes())).toList();
        return Cbor.of(
                Cbor.array(Cbor.of(proof.size()), Cbor.of(proof.index()), new Cbor.Array(path)).encode());
    }

    private static InclusionProof proof(@Nullable Cbor header) throws SealFault {
        if (header instanceof Cbor.Table proofs && proofs.entries().size() == 1
                && proofs.get(INCLUSION) instanceof Cbor.Array one && one.items().size() == 1
                && one.items().getFirst() instanceof Cbor.Bytes encoded
                && Cbor.decode(encoded.value()) instanceof Cbor.Array parts && parts.items().size() == 3
                && parts.items().get(0) instanceof Cbor.Int(long size)
                && parts.items().get(1) instanceof Cbor.Int(long index) && index >= 0 && index < size
                && parts.items().get(2) instanceof Cbor.Array hashes && hashes.items().size() <= LONGEST_PATH) {
            List<Digest> path = new ArrayList<>();
            for (Cbor hash : hashes.items()) {
                if (!(hash instanceof Cbor.Bytes bytes) || bytes.value().length != Digest.LENGTH) {
                    throw new SealFault("a hash of the receipt's path does not have 32 bytes");
                }
                path.add(Digest.wrap(bytes.value()));
            }
            return new InclusionProof(index, size, path);
        }
        throw new SealFault("the receipt holds no proof of inclusion");
    }

    private static List<Cbor.Bytes> cosignatures(Cbor.Table open) throws SealFault {
        List<Cbor.Bytes> cosignatures = new ArrayList<>();
        Cbor header = open.get(COSIGNATURES);
        if (header == null) {
            return cosignatures;
        }
        if (header instanceof Cbor.Array array && !array.items().isEmpty()
                && array.items().size() <= MOST_COSIGNATURES) {
            for (Cbor item : array.items()) {
                if (!(item instanceof Cbor.Bytes line) || line.value().length != WitnessVerifier.LINE_LENGTH) {
                    throw new SealFault("a cosignature of the receipt does not have 76 bytes");
                }
                cosignatures.add(line);
            }
            return cosignatures;
        }
        throw new SealFault("the receipt's cosignatures are no list of 1 to " + MOST_COSIGNATURES);
    }
}
