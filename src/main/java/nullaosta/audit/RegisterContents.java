package nullaosta.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.disclosure.Envelope;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/**
 * What a register holds, as far as it can be told from outside: chains of envelopes, issues, acts. It also keeps the roots
 * of earlier trees, so that what was shown under an earlier checkpoint is held against this history and no other.
 */
public final class RegisterContents implements RegisterVerifier.EntryReader {

    /** Kinds of steps of a negotiation, which belong to no case. */
    private static final Set<String> NEGOTIATION = Set.of("Proposed", "CounterProposed", "Rejected", "Withdrawn",
            "DraftSigned", "LegalSigned", "PartySigned", "Published");

    private final Set<Long> sizes;
    private final Map<Long, Digest> roots = new HashMap<>();
    private final Edge edge = Edge.empty();
    private final Map<String, List<Long>> chains = new HashMap<>();
    private final Map<String, Long> issues = new HashMap<>();
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, Long> acts = new HashMap<>();
    private final Map<String, Long> absences = new HashMap<>();
    private final Map<String, Long> deviceActs = new HashMap<>();
    private final Map<String, Long> gateRecords = new HashMap<>();
    private long lists;
    private long unknown;

    /** @param sizes of the earlier trees whose roots will be asked for */
    public RegisterContents(Set<Long> sizes) {
        this.sizes = Set.copyOf(sizes);
        roots.put(0L, edge.root());
    }

    @Override
    public void read(long index, byte[] entry) {
        edge.append(Merkle.leaf(entry));
        if (sizes.contains(edge.size())) {
            roots.put(edge.size(), edge.root());
        }
        try {
            Envelope envelope = Envelope.parse(entry);
            chains.computeIfAbsent(envelope.pseudonym(), first -> new ArrayList<>()).add(index);
            kinds.computeIfAbsent(envelope.pseudonym(), first -> new HashSet<>()).add(envelope.kind());
        } catch (SealFault e) {
            loose(index, entry);
        }
    }

    private void loose(long index, byte[] entry) {
        try {
            if (CanonicalJson.read(entry) instanceof Map<?, ?> json && json.get("kind") instanceof String kind) {
                switch (kind) {
                    case "Issue" -> issues.put(String.valueOf(json.get("token")), index);
                    case "Appointment" -> acts.put(String.valueOf(json.get("act")), index);
                    case "Absence" -> absences.put(String.valueOf(json.get("digest")), index);
                    case "MovementList" -> lists++;
                    case "DeviceEnrolled", "DeviceEnded" -> deviceActs.put(String.valueOf(json.get("document")), index);
                    case "GateRecord" -> gateRecords.put(String.valueOf(json.get("record")), index);
                    case "GateChainBroken", "AbsenceEnded", "DisclosureRequested", "DisclosureAnswered" -> {
                        // that a chain broke is the server's own finding; of the others no case says anything
                    }
                    default -> unknown++;
                }
                return;
            }
        } catch (JsonFault e) {
            // counted below, as every entry that is none of these
        }
        unknown++;
    }

    /** The root of the tree of a size; empty for one that was not asked for, or that there is not. */
    Optional<Digest> root(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    /** Entries by the pseudonym of their case, below an index; negotiations left out. */
    Map<String, Integer> cases(long below) {
        Map<String, Integer> cases = new HashMap<>();
        chains.forEach((pseudonym, indexes) -> {
            int count = (int) indexes.stream().filter(index -> index < below).count();
            if (count > 0 && !negotiation(pseudonym)) {
                cases.put(pseudonym, count);
            }
        });
        return cases;
    }

    /** One step of a negotiation under a case's pseudonym makes no negotiation of the case. */
    private boolean negotiation(String pseudonym) {
        return NEGOTIATION.containsAll(kinds.getOrDefault(pseudonym, Set.of("")));
    }

    /** Where each issued token is registered, by its digest. */
    Map<String, Long> issues() {
        return Map.copyOf(issues);
    }

    /** Where each act of the appointing authority is registered, by its digest. */
    Map<String, Long> acts() {
        return Map.copyOf(acts);
    }

    /** Where each absence of an officer is registered, by its digest. */
    Map<String, Long> absences() {
        return Map.copyOf(absences);
    }

    /** Where each enrolment and end of a device is registered, by the digest of its document. */
    Map<String, Long> deviceActs() {
        return Collections.unmodifiableMap(deviceActs);
    }

    /** Where each record of a device is registered that no case held, by its digest. */
    Map<String, Long> gateRecords() {
        return Collections.unmodifiableMap(gateRecords);
    }

    int negotiations() {
        return (int) chains.keySet().stream().filter(this::negotiation).count();
    }

    /** Lists of movements, of which the register holds a digest. */
    long lists() {
        return lists;
    }

    /** Entries of no form that is known here: opaque ones, and envelopes of an earlier release. */
    long unknown() {
        return unknown;
    }
}
