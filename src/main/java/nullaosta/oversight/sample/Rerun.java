package nullaosta.oversight.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Finding;
import nullaosta.dossier.entry.Entry;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/** What comes of the facts of an assessment when the same terms are put to them again. */
public sealed interface Rerun {

    /** Every clause is found as it was, and so is the outcome. */
    record AsThen() implements Rerun {}

    /** @param differences each in words, the outcome first */
    record Otherwise(List<String> differences) implements Rerun {
        public Otherwise {
            differences = List.copyOf(differences);
        }
    }

    record NotRun(String why) implements Rerun {}

    /** @param terms by the id of a published version */
    static Rerun of(Entry.Assessed then, Function<String, Optional<Terms>> terms) {
        if (then.agreement().isEmpty()) {
            return new NotRun("no agreement governed it");
        }
        Optional<Terms> at = terms.apply(then.agreement().get());
        if (at.isEmpty()) {
            return new NotRun("terms " + then.agreement().get() + " are not at hand");
        }
        if (!Digest.of(CanonicalJson.bytes(then.assessment())).hex().equals(then.digest())) {
            return new Otherwise(List.of("its findings are not those that the entry's digest was taken of"));
        }
        Assessment stored = Assessment.fromMap(then.assessment());
        if (!stored.termsHash().equals(at.get().hash())) {
            return new Otherwise(List.of("the terms published as " + then.agreement().get()
                    + " are not those that it was assessed under"));
        }
        return switch (stored.sheet(at.get().vocabulary())) {
            case Reading.Sound<FactSheet>(FactSheet facts) -> compared(stored, Assessor.assess(at.get(), facts));
            case Reading.Faulty<FactSheet> faulty -> new NotRun("its facts do not fit the vocabulary of its terms");
        };
    }

    private static Rerun compared(Assessment then, Assessment now) {
        List<String> differences = new ArrayList<>();
        if (then.outcome() != now.outcome()) {
            differences.add("the outcome was " + then.outcome() + " and comes to " + now.outcome());
        }
        Map<String, String> again = new HashMap<>();
        now.findings().forEach(finding -> again.put(finding.clause(), finding.status().word()));
        for (Finding finding : then.findings()) {
            String found = again.getOrDefault(finding.clause(), "absent");
            if (!found.equals(finding.status().word())) {
                differences.add(finding.clause() + " was " + finding.status().word() + " and comes to " + found);
            }
        }
        return differences.isEmpty() ? new AsThen() : new Otherwise(differences);
    }
}
