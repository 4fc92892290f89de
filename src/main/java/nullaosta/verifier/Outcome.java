package nullaosta.verifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;

/** What is said of a register: one word, one sentence, and what they rest on, as a page or as JSON. */
final class Outcome {

    private static final int LABEL = 9;

    private final VerifyExit exit;
    private final String word;
    private final String sentence;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, String> rows = new LinkedHashMap<>();
    private Optional<String> advice = Optional.empty();

    Outcome(VerifyExit exit, String word, String sentence) {
        this.exit = exit;
        this.word = word;
        this.sentence = sentence;
        fields.put("sentence", sentence);
        fields.put("outcome", word);
    }

    Outcome field(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Outcome row(String label, String words) {
        rows.put(label, words);
        return this;
    }

    Outcome advice(String words) {
        advice = Optional.of(words);
        return this;
    }

    Outcome checkpoint(Checkpoint checkpoint) {
        return field("origin", checkpoint.origin()).field("entries", checkpoint.size())
                .field("root", checkpoint.root().base64()).row("origin", checkpoint.origin())
                .row("entries", String.valueOf(checkpoint.size())).row("root", checkpoint.root().base64());
    }

    /** A checkpoint as a field of its own. */
    static Map<String, Object> of(Checkpoint checkpoint) {
        return new TreeMap<>(Map.of("entries", checkpoint.size(), "root", checkpoint.root().base64()));
    }

    /** Which of the policy's witnesses cosigned; says nothing where no policy asks. */
    Outcome witnesses(SignedNote note, Optional<WitnessPolicy> policy) {
        if (policy.isEmpty()) {
            return this;
        }
        List<String> cosigners = policy.get().cosigners(note);
        return field("witnesses", cosigners).row("seen by",
                (cosigners.isEmpty() ? "no witness" : String.join(", ", cosigners)) + " (" + cosigners.size() + " of "
                        + counted(policy.get().witnesses().size(), "witness", "witnesses") + "; quorum: "
                        + policy.get().quorum() + ")");
    }

    VerifyExit print(Terminal terminal, boolean json) {
        if (json) {
            terminal.print(fields);
        } else {
            Wrapped page = new Wrapped().paragraph(word + "  ", word.length() + 2, sentence);
            if (!rows.isEmpty()) {
                page.line("");
            }
            rows.forEach((label, words) -> page.paragraph("  " + label + " ".repeat(LABEL - label.length()),
                    LABEL + 2, words));
            advice.ifPresent(words -> page.line("").paragraph("", 0, words));
            terminal.print(page);
        }
        return exit;
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
