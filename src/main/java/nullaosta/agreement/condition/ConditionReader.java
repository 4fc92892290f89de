package nullaosta.agreement.condition;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.YamlNode.Text;

/**
 * Reads conditions: CEL's parser, then the profile and the vocabulary, then, once all are read, CEL's type checker as
 * a second opinion. {@link #settle} must be called last.
 */
public final class ConditionReader {

    private static final CelParser PARSER = CelGate.parser();

    private final Words words;
    private final Problems problems;
    private final TreeSet<String> constants = new TreeSet<>();
    private final List<Parsed> parsed = new ArrayList<>();

    private record Parsed(Text text, CelAbstractSyntaxTree tree, boolean outcomes) {}

    public ConditionReader(Words words, Problems problems) {
        this.words = words;
        this.problems = problems;
    }

    /** A condition over facts and parameters. */
    public Optional<Condition> read(Text text) {
        return read(text, words);
    }

    /** A formula, which may also speak of the outcome. */
    public Optional<Condition> formula(Text text) {
        return read(text, words.withOutcomes());
    }

    private Optional<Condition> read(Text text, Words known) {
        if (problems.full()) {
            return Optional.empty(); // the file is refused, and nobody is shown one more
        }
        if (text.value().codePointCount(0, text.value().length()) > CelGate.LONGEST) {
            problems.add(text.place(),
                    "found a condition of " + text.value().length() + " characters, expected at most "
                            + CelGate.LONGEST,
                    "split the clause");
            return Optional.empty();
        }
        CelValidationResult result = PARSER.parse(text.value());
        if (result.hasError()) {
            refuse(text, result);
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            int before = problems.count();
            Optional<Condition> condition = new TreeReader(known, text, tree.getSource(), problems, constants)
                    .condition(tree.getExpr());
            if (problems.count() == before && condition.isPresent()) {
                parsed.add(new Parsed(text, tree, known.outcomes()));
            }
            return condition;
        } catch (CelValidationException e) {
            throw new IllegalStateException("a parsed condition without its tree", e);
        }
    }

    private void refuse(Text text, CelValidationResult result) {
        CelIssue first = result.getErrors().get(0);
        int offset = Math.max(0, first.getSourceLocation().getColumn());
        for (int line = 1; line < first.getSourceLocation().getLine(); line++) {
            offset += text.value().lines().skip(line - 1L).findFirst().orElse("").length() + 1;
        }
        Place place = text.at(Math.min(offset, text.value().length()));
        problems.add(place, "not a condition: " + plainWords(first.getMessage()),
                "a condition looks like: mission.armed && ledger.sortiesToday < 3");
    }

    private static String plainWords(String message) {
        String first = message.lines().findFirst().orElse("").replaceFirst(" expecting .*", "");
        if (first.contains("'<EOF>'")) {
            return "it ends too early";
        }
        return first.length() > 120 ? first.substring(0, 120) + " …" : first;
    }

    /** Puts every condition read so far before CEL's type checker; what it refuses becomes a problem. */
    public void settle() {
        if (problems.full()) {
            return;
        }
        settle(words, false);
        settle(words.withOutcomes(), true);
    }

    private void settle(Words known, boolean outcomes) {
        List<Parsed> those = parsed.stream().filter(it -> it.outcomes() == outcomes).toList();
        if (those.isEmpty()) {
            return;
        }
        CelChecker checker = CelGate.checker(known, constants);
        for (Parsed one : those) {
            CelGate.complaint(checker, one.tree()).ifPresent(
                    complaint -> problems.add(one.text().place(), "the types do not fit: " + complaint, ""));
        }
    }
}
