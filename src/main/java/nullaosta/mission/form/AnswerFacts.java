package nullaosta.mission.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;

/** The facts that requesters answer, by their names without {@code mission.}, in all vocabularies that have them. */
record AnswerFacts(List<Vocabulary> vocabularies) {

    AnswerFacts {
        vocabularies = List.copyOf(vocabularies);
    }

    static AnswerFacts of(Agreements agreements) {
        return new AnswerFacts(agreements.all().stream().flatMap(agreement -> agreement.versions().stream())
                .map(terms -> terms.vocabulary()).distinct().toList());
    }

    private List<Vocabulary> knowing(String name) {
        return vocabularies.stream().filter(vocabulary -> vocabulary.fact("mission." + name).isPresent()).toList();
    }

    Optional<FactDeclaration> fact(String name) {
        return knowing(name).stream().findFirst().map(vocabulary -> vocabulary.declared("mission." + name));
    }

    /** As the mission has it: a boolean, a whole number, a text, or a list of texts. */
    Object value(String name, String text) {
        ValueType type = fact(name).map(FactDeclaration::type).orElse(ValueType.Plain.DATE);
        return switch (type) {
            case ValueType.SetOf set -> TypedReader.names(text);
            case ValueType.Plain plain when plain == ValueType.Plain.BOOL -> switch (text) {
                case "yes" -> true;
                case "no" -> false;
                default -> text;
            };
            case ValueType.Plain plain when plain == ValueType.Plain.INT && text.matches("-?[0-9]{1,15}") ->
                Long.valueOf(text);
            case ValueType.Plain plain when plain == ValueType.Plain.INSTANT -> TypedReader.instant(text);
            default -> text;
        };
    }

    /** As it is typed; {@link #value} gives the same again for a fact that is known. */
    static String typed(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "yes" : "no";
            case List<?> list -> list.isEmpty()
                    ? TypedReader.NONE
                    : String.join(",", list.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }

    /** What was expected, where no vocabulary that knows the fact takes the value. */
    Optional<String> misfit(String name, Object value) {
        List<String> expected = new ArrayList<>();
        for (Vocabulary vocabulary : knowing(name)) {
            if (FactSheet.builder(vocabulary).known("mission." + name, value, "the form")
                    .build() instanceof Reading.Sound<FactSheet>) {
                return Optional.empty();
            }
            expected.add(vocabulary.expectation(vocabulary.declared("mission." + name)));
        }
        return expected.stream().findFirst();
    }
}
