package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.proof.Answer;
import nullaosta.proof.Certificate;
import nullaosta.proof.Inquiry;
import nullaosta.proof.Question;
import nullaosta.proof.VersionInquiry;
import nullaosta.reference.Markdown;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The reference of commands and of proofs says what the code says. */
class ProofReferenceTest {

    private static final String PROOF = "reference/proof.md";

    @Test
    void everyCommandStandsThereWithItsSentence() {
        assertThat(Markdown.table("reference/commands.md", "command | what it does | more").stream()
                .map(row -> row.subList(0, 2)))
                .containsExactlyElementsOf(new CommandLine(new CommandLineDoor()).getSubcommands().entrySet().stream()
                        .map(each -> List.of(each.getKey(), String.join("",
                                each.getValue().getCommandSpec().usageMessage().description())))
                        .toList());
    }

    @Test
    void everyOptionOfEachCommandStandsThere() {
        List<List<String>> expected = new CommandLine(new AgreementCommand()).getSubcommands().entrySet().stream()
                .map(each -> List.of(each.getKey(), String.join(", ", each.getValue().getCommandSpec().options()
                        .stream().map(CommandLine.Model.OptionSpec::longestName).sorted().toList())))
                .toList();
        assertThat(Markdown.table(PROOF, "command | options").stream().map(row -> List.of(row.getFirst(),
                String.join(", ", Stream.of(row.get(1).split(", ")).sorted().toList()))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void exitCodesTopicsAndResultsStandThere() {
        assertThat(Markdown.table(PROOF, "code")).isEqualTo(Stream.of(ProofExit.values())
                .map(exit -> List.of("" + exit.code(), exit.name(), exit.meaning())).toList());
        assertThat(Markdown.table(PROOF, "topic").stream().map(row -> row.subList(0, 2)).toList()).isEqualTo(Stream
                .of(Question.Topic.values()).map(it -> List.of(it.name(), it.binding() ? "yes" : "no")).toList());
        assertThat(Markdown.table(PROOF, "result").stream().map(List::getFirst).toList())
                .isEqualTo(Stream.of(Answer.Result.values()).map(Enum::name).toList());
    }

    @Test
    void theKeysOfACertificateAndTheLimitStandThere() throws IOException {
        Terms terms = TermsReader.read("v1.yaml", Files.readString(Path.of("agreements/it-gb-sigonella/v1.yaml")))
                .orThrow();
        Map<String, Object> certificate = new Certificate(VersionInquiry.of(terms)).toMap();
        List<List<String>> documented = Markdown.table(PROOF, "key");
        assertThat(documented.stream().map(List::getFirst)).containsExactlyElementsOf(certificate.keySet());
        Set<String> fields = new LinkedHashSet<>();
        if (certificate.get("questions") instanceof List<?> questions) {
            questions.forEach(question -> ((Map<?, ?>) question).keySet().forEach(key -> fields.add((String) key)));
        }
        String said = documented.stream().filter(row -> row.getFirst().equals("questions")).findFirst().orElseThrow()
                .get(1);
        assertThat(List.of(said.replace("of each: ", "").replaceAll(" \\([a-z]+\\)", "").split(", ")))
                .containsExactlyElementsOf(fields);
        assertThat(Files.readString(Path.of("docs", PROOF)))
                .contains(String.format(Locale.ROOT, "%,d steps", Inquiry.STEPS));
    }
}
