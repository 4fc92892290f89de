package nullaosta.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.Issuance;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.IssueEntry;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.Receipt;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.dossier.HeldClearance;
import nullaosta.mission.DataMode;
import nullaosta.party.Host;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.ProofFile;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;
import nullaosta.witness.Quorum;

/** What the host hands out to bases and to anybody: whom to believe, how clearances stand, and tokens with their receipts. */
public final class Published {

    /** For so many lives of a fresh pack an old one is still looked at, and is amber. */
    private static final int AMBER_LIVES = 24;

    private final Host host;
    private final DataMode mode;
    private final Issuance issuance;
    private final IssuerKey issuer;
    private final NoteKey registrar;
    private final Quorum quorum;
    private final PostgresLog log;
    private final PostgresCases cases;

    Published(Host host, DataMode mode, Issuance issuance, IssuerKey issuer, NoteKey registrar, Quorum quorum,
            PostgresLog log, PostgresCases cases) {
        this.host = host;
        this.mode = mode;
        this.issuance = issuance;
        this.issuer = issuer;
        this.registrar = registrar;
        this.quorum = quorum;
        this.log = log;
        this.cases = cases;
    }

    /**
     * A token as it is handed out.
     *
     * @param index where the register holds its issue; empty while it does not
     */
    public record Token(String text, Optional<Long> index) {

        public String standing() {
            return index.map(at -> "entry " + at).orElse("not yet in the register; look again in a moment");
        }
    }

    /** With its receipt, once the register has its issue. */
    public Token token(HeldClearance held) {
        if (!(ClearanceToken.read(held.token()) instanceof ClearanceToken.Reading.Sound(ClearanceToken token))) {
            throw new IllegalStateException("the stored token of " + held.clearance().number() + " cannot be read");
        }
        Optional<byte[]> note = log.checkpoint();
        if (note.isEmpty()) {
            return new Token(token.text(), Optional.empty());
        }
        Checkpoint checkpoint = checkpoint(note.get());
        return log.index(IssueEntry.leaf(token.digest())).filter(index -> index < checkpoint.size())
                .map(index -> new Token(token.withReceipt(receipt(checkpoint, index, note.get())).text(),
                        Optional.of(index)))
                .orElseGet(() -> new Token(token.text(), Optional.empty()));
    }

    /** Empty until the register has published its first checkpoint. */
    public Optional<Pack> pack(Instant now) {
        return log.checkpoint().map(note -> {
            Checkpoint checkpoint = checkpoint(note);
            List<Pack.Issue> issues = new ArrayList<>();
            cases.tokensUntil(now).forEach(token -> issue(token, checkpoint).ifPresent(issues::add));
            return new Pack(now, new String(note, StandardCharsets.UTF_8),
                    issuance.statusList(lives(), now, issuer), Optional.of(issues));
        });
    }

    /** @param now of the pack that comes with it */
    public Trust trust(Instant now) {
        return new Trust(host.state().code(), host.name(), mode == DataMode.EXERCISE,
                Map.of(issuer.kid(), issuer.publicKey()), registrar.verifier(), quorum.verifiers(),
                quorum.threshold(), host.packLife(),
                host.packLife().multipliedBy(AMBER_LIVES), pack(now))
                .appointedBy(host.appointing().map(Host.Appointing::key));
    }

    /** Checks a paper as a base does that has just synchronised. */
    public TokenCheck check(String token, Instant now) {
        return TokenCheck.check(token, trust(now), Optional.empty(), now);
    }

    /** Whom a reader of the register follows, and who must have cosigned what they read. */
    public WitnessPolicy policy() {
        return quorum.policy(registrar.verifier());
    }

    public Quorum quorum() {
        return quorum;
    }

    public NoteVerifier registerVerifier() {
        return registrar.verifier();
    }

    /** How every index ever given out stands; one whose clearance a later version has replaced has no row any more. */
    private List<Life> lives() {
        return lives(cases.lists().standings());
    }

    /** What has no standing of its own was issued, and a later one took its place. */
    static List<Life> lives(List<PostgresLists.Standing> standings) {
        int count = standings.stream().mapToInt(PostgresLists.Standing::statusIndex).max().orElse(-1) + 1;
        List<Life> lives = new ArrayList<>(Collections.nCopies(count, Life.REPLACED));
        standings.forEach(standing -> lives.set(standing.statusIndex(), standing.life()));
        return lives;
    }

    private Optional<Pack.Issue> issue(String text, Checkpoint checkpoint) {
        if (!(ClearanceToken.read(text) instanceof ClearanceToken.Reading.Sound(ClearanceToken token))) {
            return Optional.empty();
        }
        Digest digest = token.digest();
        return log.index(IssueEntry.leaf(digest)).filter(index -> index < checkpoint.size())
                .map(index -> new Pack.Issue(digest, index, inclusion(checkpoint, index).path()));
    }

    private InclusionProof inclusion(Checkpoint checkpoint, long index) {
        return new TileTree(checkpoint.size(), log::hashes).inclusion(index);
    }

    /** That an entry stands under the newest checkpoint; empty while it does not. */
    public Optional<ProofFile> proof(long index) {
        return log.checkpoint().flatMap(note -> proof(index, note));
    }

    /** That an entry stands under a checkpoint of this register; empty where it does not. */
    public Optional<ProofFile> proof(long index, byte[] under) {
        return Optional.of(under).filter(note -> index >= 0 && index < checkpoint(note).size()).map(note -> {
            try {
                return ProofFile.of(inclusion(checkpoint(note), index), SignedNote.parse(note));
            } catch (SealFault e) {
                throw new IllegalStateException("the stored checkpoint is no note", e);
            }
        });
    }

    private Receipt receipt(Checkpoint checkpoint, long index, byte[] note) {
        try {
            return Receipt.sign(inclusion(checkpoint, index), note, registrar);
        } catch (SealFault e) {
            throw new IllegalStateException("the register's own checkpoint is not its own", e);
        }
    }

    private Checkpoint checkpoint(byte[] note) {
        try {
            return Checkpoint.open(note, registrar.verifier());
        } catch (SealFault e) {
            throw new IllegalStateException("the stored checkpoint is not signed by this register's key", e);
        }
    }
}
