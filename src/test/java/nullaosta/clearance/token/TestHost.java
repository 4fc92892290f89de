package nullaosta.clearance.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.register.MemoryLog;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.TestWitness;
import nullaosta.witness.Keeper;

/** A host with its keys, its register and its witnesses, in memory: what others see of it is made here. */
final class TestHost {

    static final String STATUS_LIST = "https://nullaosta.example/status";
    static final Instant ISSUED = Instant.parse("2016-02-29T16:20:00Z");
    static final Instant FROM = Instant.parse("2016-03-01T18:00:00Z");
    static final Instant UNTIL = Instant.parse("2016-03-02T04:00:00Z");
    static final Instant PACKED = Instant.parse("2016-03-01T18:05:00Z");
    static final Instant NOW = Instant.parse("2016-03-01T18:10:00Z");

    final IssuerKey issuer;
    final NoteKey register;
    final List<TestWitness> witnesses;
    final MemoryLog log = new MemoryLog();
    private final Map<Digest, Long> places = new HashMap<>();
    private final Keeper keeper;

    TestHost(IssuerKey issuer, NoteKey register, List<TestWitness> witnesses) {
        this.issuer = issuer;
        this.register = register;
        this.witnesses = witnesses;
        this.keeper = new Keeper(log, log.tiles(), register);
    }

    static Claims claims(int serial, Claims.Conditions conditions) {
        return new Claims("IT", "EX-IT-2016-%04d/1".formatted(serial), ISSUED, FROM, UNTIL,
                new Claims.StatusReference(STATUS_LIST, serial),
                new Claims.Permitted("US", "MQ-9", "06-4117", Optional.of("ae5a2c"), "DARKSTR1", "DEFENSIVE",
                        Optional.of(false), Optional.of(true), true, "SIGONELLA", "SIGONELLA", List.of("DODUS"),
                        List.of("DODUS"), conditions, Digest.of("assessment".getBytes(StandardCharsets.UTF_8))));
    }

    static Claims claims(int serial) {
        return claims(serial, new Claims.Conditions.Written(List.of("Take-off only after the base commander's release.",
                "No release of weapons over the host's territory.")));
    }

    /** The same flight with more than one aircraft or leg. */
    static Claims with(Claims claims, List<Claims.Airframe> formation, List<Claims.Airframe> spares,
            List<Claims.Leg> legs) {
        return new Claims(claims.issuer(), claims.number(), claims.issuedAt(), claims.from(), claims.until(),
                claims.status(), claims.permitted().with(formation, spares, legs));
    }

    static Claims during(Claims claims, Instant issued, Instant from, Instant until) {
        return new Claims(claims.issuer(), claims.number(), issued, from, until, claims.status(), claims.permitted());
    }

    /** Enters what the register holds of the token, and publishes a checkpoint over it. */
    ClearanceToken register(ClearanceToken token) {
        enter(IssueEntry.bytes(token.digest()));
        places.put(token.digest(), (long) log.entries.size() - 1);
        return token;
    }

    void enter(byte[] entry) {
        log.queue.add(entry);
        keeper.round();
    }

    /** The published checkpoint with the lines of the first so many witnesses. */
    byte[] note(int cosigned) throws SealFault {
        SignedNote note = SignedNote.parse(log.read("checkpoint").orElseThrow());
        for (TestWitness witness : witnesses.subList(0, cosigned)) {
            note = witness.cosign(note, PACKED.minusSeconds(30));
        }
        return note.bytes();
    }

    InclusionProof proof(ClearanceToken token) {
        return new TileTree(log.entries.size(), log.tiles()).inclusion(places.getOrDefault(token.digest(), -1L));
    }

    Receipt receipt(ClearanceToken token, int cosigned) throws SealFault {
        return Receipt.sign(proof(token), note(cosigned), register);
    }

    Pack.Issue listed(ClearanceToken token) {
        InclusionProof proof = proof(token);
        return new Pack.Issue(token.digest(), proof.index(), proof.path());
    }

    Pack pack(Instant madeAt, byte[] statusList, int cosigned, ClearanceToken... tokens) throws SealFault {
        List<Pack.Issue> issues = new ArrayList<>();
        for (ClearanceToken token : tokens) {
            issues.add(listed(token));
        }
        return new Pack(madeAt, new String(note(cosigned), StandardCharsets.UTF_8), statusList, Optional.of(issues));
    }

    byte[] statusList(Instant at, Status... statuses) {
        return StatusList.of(STATUS_LIST, at, List.of(statuses)).sign(issuer);
    }

    Trust trust(int quorum) {
        return new Trust("IT", "Italy", true, Map.of(issuer.kid(), issuer.publicKey()), register.verifier(),
                witnesses.stream().map(TestWitness::verifier).toList(), quorum, Duration.ofMinutes(60),
                Duration.ofHours(24), Optional.empty());
    }
}
