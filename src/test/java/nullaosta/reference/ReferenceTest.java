package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.ShippedAgreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Profile;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.agreement.vocabulary.VocabularyReader;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;
import nullaosta.cli.AssessCommand;
import nullaosta.cli.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The reference says what the code says: facts, kinds, operators, outcomes, exit codes. */
class ReferenceTest {

    private static final Vocabulary FLIGHT = VocabularyReader.shared("flight/1");
    private static final Vocabulary FLIGHT_2 = VocabularyReader.shared("flight/2");

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    }

    @Test
    void everyFactWithItsTypeValuesQuestionAndSource() {
        List<List<String>> expected = FLIGHT.facts().values().stream()
                .map(fact -> List.of(fact.name(), fact.type().toString(), values(FLIGHT, fact), fact.ask(),
                        fact.from().inWords(), fact.basis().name().toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(Markdown.table("reference/vocabulary.md", "fact")).isEqualTo(expected);
    }

    @Test
    void everyFactThatTheSecondVocabularyAddsAndHowItIsDerived() {
        List<List<String>> expected = FLIGHT_2.facts().values().stream()
                .filter(fact -> FLIGHT.fact(fact.name()).isEmpty())
                .map(fact -> List.of(fact.name(), fact.type().toString(), values(FLIGHT_2, fact), fact.ask(),
                        fact.from().inWords(), fact.basis().name().toLowerCase(Locale.ROOT),
                        fact.derive().isEmpty() ? "as answered" : fact.derive()))
                .toList();
        assertThat(Markdown.table("reference/vocabulary.md", "fact added")).isEqualTo(expected);
        String text = Markdown.text("reference/vocabulary.md");
        assertThat(FLIGHT_2.constants("Purpose")).allSatisfy(name -> assertThat(text).contains(name));
        FLIGHT_2.rows().forEach((name, row) -> row.fieldNames()
                .forEach(field -> assertThat(text).contains("`" + name + "`").contains("`" + field + "`")));
    }

    private static String values(Vocabulary vocabulary, FactDeclaration fact) {
        return switch (fact.type()) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> "true, false";
                case INT -> fact.range().least() + " to " + fact.range().most();
                case DATE -> "a date";
                case INSTANT -> "an instant";
                case DURATION -> "a duration";
            };
            case ValueType.Named named ->
                Stream.of(vocabulary.enums().get(named.name())).map(EnumDeclaration::expectation)
                        .findFirst().orElseThrow();
            case ValueType.SetOf set -> "a set of " + set.element();
            case ValueType.ListOf list -> "rows of " + list.row();
        };
    }

    @Test
    void theKindsOfClauseAndWhatABreachLeadsTo() {
        assertThat(Markdown.first("reference/terms.md", "kind")).isEqualTo(words(ClauseKind.values()));
        assertThat(Markdown.first("reference/terms.md", "onBreach")).isEqualTo(words(OnBreach.values()));
    }

    /** Every key that a shipped agreement uses is explained. */
    @Test
    void theKeysOfAFileAndOfAClause() throws IOException {
        String terms = Markdown.text("reference/terms.md");
        Pattern key = Pattern.compile("(?m)^(?:  - |    |)([a-zA-Z]+):");
        for (Terms version : ShippedAgreements.versions()) {
            Path file = Path.of(version.clauses().getFirst().place().file());
            String text = Files.readString(file);
            String clauses = text.substring(text.indexOf("\nclauses:"));
            assertThat(key.matcher(clauses).results().map(found -> found.group(1)))
                    .allSatisfy(found -> assertThat(terms).contains("`" + found + "`"));
        }
        assertThat(Markdown.first("reference/terms.md", "key")).containsExactly("terms", "agreement", "timezone",
                "sources", "authorities", "vocabulary", "params", "places", "clauses", "properties");
    }

    @Test
    void theOperatorsTypesAndLimit() {
        String terms = Markdown.text("reference/terms.md");
        assertThat(terms).contains("    " + String.join(" ", Profile.OPERATORS) + "\n");
        for (ValueType.Plain plain : ValueType.Plain.values()) {
            assertThat(terms).contains("`" + plain + "`");
        }
        assertThat(terms).containsIgnoringWhitespaces(String.format(Locale.ROOT, "%,d steps", Assessor.STEPS));
    }

    @Test
    void theOutcomesInTheirOrder() {
        assertThat(Markdown.first("reference/terms.md", "outcome"))
                .isEqualTo(Arrays.stream(Outcome.values()).map(Enum::name).toList());
    }

    @Test
    void theExitCodes() {
        assertThat(Markdown.table("reference/assess.md", "code")).isEqualTo(Arrays.stream(ExitCode.values())
                .map(exit -> List.of("" + exit.code(), exit.name(), exit.meaning())).toList());
    }

    @Test
    void theOptionsOfAssess() {
        List<String> options = new CommandLine(new AssessCommand()).getCommandSpec().options().stream()
                .map(CommandLine.Model.OptionSpec::longestName).toList();
        assertThat(Markdown.first("reference/assess.md", "option")).containsExactlyInAnyOrderElementsOf(options);
    }
}
