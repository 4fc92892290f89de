package nullaosta.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nullaosta.disclosure.Envelope;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/** What a register holds, as far as it can be told from outside: chains of envelopes, issues, acts. */
public final class RegisterContents implements RegisterVerifier.EntryReader {

    /** Kinds of steps of a negotiation, which belong to no case. */
    private static final Set<String> NEGOTIATION = Set.of("Proposed", "CounterProposed", "Rejected", "Withdrawn",
            "DraftSigned", "LegalSigned", "PartySigned", "Published");

    private final Map<String, Integer> chains = new HashMap<>();
    private final Map<String, Long> issues = new HashMap<>();
    private final Set<String> negotiations = new HashSet<>();
    private long other;

    @Override
    public void read(long index, byte[] entry) {
        try {
            Envelope envelope = Envelope.parse(entry);
            chains.merge(envelope.pseudonym(), 1, Integer::sum);
            if (NEGOTIATION.contains(envelope.kind())) {
                negotiations.add(envelope.pseudonym());
            }
        } catch (SealFault e) {
            loose(index, entry);
        }
    }

    private void loose(long index, byte[] entry) {
        try {
            if (CanonicalJson.read(entry) instanceof Map<?, ?> json && "Issue".equals(json.get("kind"))
                    && json.get("token") instanceof String token) {
                issues.put(token, index);
                return;
            }
        } catch (JsonFault e) {
            // counted below, as every entry that is neither
        }
        other++;
    }

    /** Entries by the pseudonym of their case, negotiations left out. */
    Map<String, Integer> cases() {
        Map<String, Integer> cases = new HashMap<>(chains);
        cases.keySet().removeAll(negotiations);
        return cases;
    }

    /** Where each issued token is registered, by its digest. */
    Map<String, Long> issues() {
        return Map.copyOf(issues);
    }

    int negotiations() {
        return negotiations.size();
    }

    /** Entries that are neither: acts of the appointing authority, and what an earlier release made. */
    long other() {
        return other;
    }
}
