package nullaosta.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Version;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Vocabulary;

/**
 * What the terms say of the facts: the outcome, a finding for every clause, the facts that are missing, and all that
 * is needed to assess the case again.
 *
 * @param facts every fact of the vocabulary as it stood, by name
 */
public record Assessment(Outcome outcome, String agreement, Version version, String title, String termsHash,
        String vocabularyHash, List<Finding> findings, List<MissingFact> missing, Map<String, FactSeen> facts) {

    public Assessment {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        facts = facts instanceof SheetSeen ? facts : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * The authorities that findings refer to, each once; whoever decides the case speaks for all of them. Where nothing
     * is referred, those who sign what the grants bring within the agreement, if the grants say so.
     */
    public List<Authority> authorities() {
        List<Authority> referred = findings.stream().flatMap(finding -> finding.refersTo().stream()).distinct()
                .toList();
        return referred.isEmpty()
                ? findings.stream().flatMap(finding -> finding.signs().stream()).distinct().toList()
                : referred;
    }

    /** What it comes to, in one sentence. */
    public String sentence() {
        return Sentence.of(this);
    }

    public Optional<Finding> finding(String clause) {
        return findings.stream().filter(finding -> finding.clause().equals(clause)).findFirst();
    }

    /** The facts again as a sheet, to assess them anew; faulty where the vocabulary has changed under them. */
    public Reading<FactSheet> sheet(Vocabulary vocabulary) {
        Map<String, Object> map = new LinkedHashMap<>();
        facts.forEach((name, seen) -> map.put(name, seen.toMap()));
        return FactSheet.fromMap(vocabulary, map);
    }

    /** As JSON has it; {@link #fromMap} gives an equal assessment. */
    public Map<String, Object> toMap() {
        return StoredAssessment.write(this);
    }

    /** Reads what {@link #toMap} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static Assessment fromMap(Map<String, ?> map) {
        return StoredAssessment.read(map);
    }
}
