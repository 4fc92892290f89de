package nullaosta.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.assessment.Assessment;

/**
 * An example as the case would come in: the facts with the questions that were put, by who answers them, and what each
 * version says of it.
 *
 * @param answered by who supplies them, in the vocabulary's order
 * @param verdicts a sentence a version, such as {@code v1: not cleared: ART-5.1 refuses it}
 */
public record Filing(Map<FactSource, List<Line>> answered, List<String> verdicts) {

    /** A fact as a facts file has it. */
    public record Line(String question, String fact, String value) {}

    public static Filing of(Example example, List<Terms> versions) {
        Map<FactSource, List<Line>> answered = new LinkedHashMap<>();
        for (FactSource source : FactSource.values()) {
            List<Line> lines = new ArrayList<>();
            example.facts().forEach((name, value) -> declared(name, versions)
                    .filter(fact -> fact.from() == source)
                    .ifPresent(fact -> lines.add(new Line(fact.ask(), name, value.written()))));
            if (!lines.isEmpty()) {
                answered.put(source, lines);
            }
        }
        return new Filing(answered, versions.stream()
                .map(terms -> terms.version() + ": " + sentence(example, terms, versions)).toList());
    }

    private static String sentence(Example example, Terms terms, List<Terms> versions) {
        Scope scope = Scope.of(terms, versions.getFirst() == terms ? versions.getLast() : versions.getFirst());
        return scope.holds(example).filter(speaks -> !speaks).map(no -> "not covered: it is " + scope.inWords())
                .or(() -> example.under(terms).map(Assessment::sentence))
                .orElse("its vocabulary cannot state these facts");
    }

    private static Optional<FactDeclaration> declared(String name, List<Terms> versions) {
        return versions.reversed().stream().flatMap(terms -> terms.vocabulary().fact(name).stream()).findFirst();
    }
}
