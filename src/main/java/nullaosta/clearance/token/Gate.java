package nullaosta.clearance.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.Remark.Reason;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.InclusionProof;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/**
 * What a base checks with: the trust file and the newest pack. Their signatures are verified once, when the gate is set
 * up, so that each clearance costs its own signature only. A gate never changes and may be used by several threads.
 */
public final class Gate {

    private final Trust trust;
    private final Optional<Pack> pack;
    private final Optional<Checkpoint> checkpoint;
    private final int vouching;
    private final Optional<StatusList> statusList;
    private final List<Remark> faults = new ArrayList<>();
    private final Map<Digest, List<Pack.Issue>> issues = new HashMap<>();

    private Gate(Trust trust, Optional<Pack> pack) {
        this.trust = trust;
        this.pack = pack;
        this.checkpoint = pack.flatMap(this::checkpoint);
        this.vouching = checkpoint.isPresent() ? pack.map(this::vouching).orElse(0) : 0;
        this.statusList = pack.flatMap(this::statusList);
        pack.flatMap(Pack::issues).orElse(List.of())
                .forEach(issue -> issues.computeIfAbsent(issue.token(), token -> new ArrayList<>()).add(issue));
    }

    /** @param pack one that is at hand; the newer counts of it and the trust file's own */
    public static Gate of(Trust trust, Optional<Pack> pack) {
        return new Gate(trust, Pack.newer(trust.pack(), pack));
    }

    /** @param text as scanned or typed, without the line's end */
    public TokenCheck check(String text, Instant now) {
        return TokenCheck.check(text, this, now);
    }

    private Optional<Checkpoint> checkpoint(Pack given) {
        try {
            return Optional.of(Checkpoint.open(given.note(), trust.register()));
        } catch (SealFault e) {
            faults.add(new Remark(Reason.PACK_FALSE, e.getMessage()));
            return Optional.empty();
        }
    }

    private int vouching(Pack given) {
        try {
            return trust.vouching(SignedNote.parse(given.note()));
        } catch (SealFault e) {
            throw new IllegalStateException("a checkpoint that was opened is a note", e);
        }
    }

    private Optional<StatusList> statusList(Pack given) {
        try {
            StatusList list = StatusList.read(given.statusList(), trust.issuers());
            KeyTime time = trust.keyTime(CoseSign1.decode(given.statusList()).kid());
            if (!time.holds(list.issuedAt())) {
                throw new SealFault("the key that signed the status list was not valid then, but " + time.inWords());
            }
            return Optional.of(list);
        } catch (SealFault e) {
            faults.add(new Remark(Reason.PACK_FALSE, e.getMessage()));
            return Optional.empty();
        }
    }

    Trust trust() {
        return trust;
    }

    Optional<Pack> pack() {
        return pack;
    }

    /** What is wrong with the pack, whatever is checked by it. */
    public List<Remark> faults() {
        return List.copyOf(faults);
    }

    /** The register's checkpoint in the pack; empty where there is none that its key signed. */
    public Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    /**
     * As of when the pack tells how clearances stand: the older of what is signed and what its maker says. Empty where there
     * is no status list that can be believed.
     */
    public Optional<Instant> toldAt() {
        return statusList.flatMap(list -> pack.map(given -> list.issuedAt().isBefore(given.madeAt())
                ? list.issuedAt()
                : given.madeAt()));
    }

    Optional<StatusList> statusList() {
        return statusList;
    }

    /** The pack, where its checkpoint is the register's. */
    Optional<Pack> registered() {
        return checkpoint.isPresent() ? pack : Optional.empty();
    }

    /** How many witnesses vouch for the checkpoint under which the pack proves the leaf; empty where it does not. */
    Optional<Integer> listed(Digest token, Digest leaf) {
        return checkpoint.filter(known -> issues.getOrDefault(token, List.of()).stream()
                .anyMatch(issue -> new InclusionProof(issue.index(), known.size(), issue.path()).proves(leaf, known)))
                .map(known -> vouching);
    }
}
