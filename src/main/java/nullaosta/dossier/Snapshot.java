package nullaosta.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.PackedFacts;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Outcome;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.DataMode;

/**
 * The facts of a case as they were last assessed, kept beside its row so that other terms can be tried on every past case
 * at once. Made from the entries alone, like the row.
 *
 * @param terms      the version it was assessed under: {@code it-us-sigonella/1}
 * @param vocabulary hash of the vocabulary in which the facts are packed
 * @param facts      as {@link PackedFacts} has them
 */
public record Snapshot(DossierId id, String number, DataMode mode, Instant departure, String agreement, String terms,
        String vocabulary, Outcome outcome, byte[] facts) {

    /** Empty for a case that no agreement governs, or whose terms are no longer at hand. */
    static Optional<Snapshot> of(Dossier dossier, Agreements agreements) {
        Entry.Assessed assessed = dossier.assessed().orElse(null);
        Optional<Terms> terms = dossier.assessed().flatMap(Entry.Assessed::agreement).flatMap(agreements::terms);
        if (assessed == null || terms.isEmpty()) {
            return Optional.empty();
        }
        return sheet(assessed.assessment(), terms.get()).map(sheet -> new Snapshot(dossier.id(), dossier.number(),
                dossier.mission().dataMode(), dossier.mission().departure(), terms.get().agreement(),
                terms.get().id(), terms.get().vocabulary().hash(), assessed.outcome(),
                new PackedFacts(terms.get().vocabulary()).pack(sheet)));
    }

    private static Optional<FactSheet> sheet(Map<String, Object> stored, Terms terms) {
        return Assessment.fromMap(stored).sheet(terms.vocabulary()) instanceof Reading.Sound<FactSheet>(FactSheet sheet)
                ? Optional.of(sheet)
                : Optional.empty();
    }
}
