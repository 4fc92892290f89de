package nullaosta.witness;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.ConsistencyProof;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessKey;

/**
 * One who cosigns checkpoints of the registers it knows, never two histories of one register. It says who refused what
 * and why with the status codes of C2SP tlog-witness.
 */
public final class Witness {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_SIGNED = 403;
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final int INCONSISTENT = 422;

    private final WitnessKey key;
    private final Map<String, NoteVerifier> registers;
    private final WitnessMemory memory;

    /** @param registers those it watches, by origin */
    public Witness(WitnessKey key, Map<String, NoteVerifier> registers, WitnessMemory memory) {
        this.key = key;
        this.registers = Map.copyOf(registers);
        this.memory = memory;
    }

    /**
     * Cosigns or says why not. What it saw is kept before it signs, one request at a time: a crash in between costs an
     * answer and no promise.
     */
    public synchronized WitnessAnswer add(AddCheckpoint request, Instant now) throws IOException {
        String origin = request.checkpoint().text().lines().findFirst().orElse("");
        NoteVerifier register = registers.get(origin);
        if (register == null) {
            return new WitnessAnswer.Refused(UNKNOWN, "this witness does not watch a register `" + origin + "`");
        }
        if (!request.checkpoint().signedBy(register)) {
            return new WitnessAnswer.Refused(NOT_SIGNED, "the register's key did not sign this checkpoint");
        }
        Checkpoint next;
        try {
            next = Checkpoint.open(request.checkpoint().bytes(), register);
        } catch (SealFault e) {
            return new WitnessAnswer.Refused(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        Optional<Checkpoint> last = memory.last(origin);
        Optional<WitnessAnswer> bar = bar(request, last, next);
        if (bar.isPresent()) {
            return bar.get();
        }
        memory.keep(next);
        try {
            return new WitnessAnswer.Cosigned(List.of(key.cosign(request.checkpoint(), now)));
        } catch (SealFault e) {
            return new WitnessAnswer.Refused(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<WitnessAnswer> bar(AddCheckpoint request, Optional<Checkpoint> last, Checkpoint next) {
        if (request.old() > next.size()) {
            return Optional.of(new WitnessAnswer.Refused(BAD_REQUEST,
                    "the proof starts from " + request.old() + ", beyond the checkpoint's " + next.size()));
        }
        long seen = last.map(Checkpoint::size).orElse(0L);
        if (request.old() != seen) {
            return Optional.of(new WitnessAnswer.SawLast(seen));
        }
        if (last.isPresent() && seen == next.size() && !last.get().root().equals(next.root())) {
            return Optional.of(new WitnessAnswer.Refused(CONFLICT,
                    "another history: of size " + seen + " this witness saw the root " + last.get().root().base64()));
        }
        ConsistencyProof proof = new ConsistencyProof(request.old(), next.size(), request.path());
        return proof.links(last.map(Checkpoint::root).orElse(Merkle.EMPTY), next.root())
                ? Optional.empty()
                : Optional.of(new WitnessAnswer.Refused(INCONSISTENT,
                        "the proof does not lead from size " + seen + " to " + next.size()));
    }
}
