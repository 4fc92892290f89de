package nullaosta.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of step reads back equal to what was written; the names and fields are stored for good. */
class StepFormatTest {

    private static final Instant FINE = Instant.parse("2016-02-22T08:00:00.123456789Z");
    private static final VersionText VERSION = new VersionText("v1", "ab", List.of("IT", "US"),
            Optional.of(LocalDate.parse("2016-02-22")), Optional.empty(), "terms: «x»\n",
            Optional.of("cd"));

    private static List<Step> steps() {
        return List.of(new Step.Proposed("US", VERSION, "a wish"),
                new Step.CounterProposed("IT", "ab", VERSION, "what we can agree to"),
                new Step.Rejected("US", "ab", "too little"), new Step.Withdrawn("IT", "ab", "a slip"),
                new Step.DraftSigned("ab", "Min. Plen. F. Bassi", "office order 4/2015", Optional.of("cd")),
                new Step.LegalSigned("ab", "Avv. R. Orsini", "office order 5/2015", Optional.of("cd")),
                new Step.PartySigned("IT", "ab", "On. G. Ferri", "full powers 3/2015", Optional.of("cd")),
                new Step.Published("v1", "ab", LocalDate.parse("2016-02-22"),
                        Optional.of(LocalDate.parse("2017-01-01")),
                        Optional.of("v0"), Optional.of("cd")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepReadsBackEqual(Step step) {
        StepTaken taken = new StepTaken(3, FINE, "us.envoy", step);
        byte[] bytes = StepFormat.write(taken);
        assertThat(StepFormat.read(bytes)).isEqualTo(taken);
        assertThat(StepFormat.write(StepFormat.read(bytes))).as("one spelling").isEqualTo(bytes);
    }

    @Test
    void everyKindOfStepIsHeld() {
        assertThat(steps().stream().map(Step::getClass).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(Step.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    /** What stands in databases already: a field renamed or dropped would make it unreadable. */
    @Test
    void theStoredFormIsThisOne() {
        byte[] stored = StepFormat.write(new StepTaken(1, FINE, "us.envoy", steps().getFirst()));
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo("""
                {"at":"2016-02-22T08:00:00.123456789Z","by":"us.envoy","number":1,"step":{"kind":"Proposed",\
                "note":"a wish","party":"US","version":{"from":"2016-02-22","hash":"ab","parties":["IT","US"],\
                "text":"terms: «x»\\n","until":null,"version":"v1","vocabulary":"cd"}}}""");
    }

    /** A step of a release before the vocabulary was kept is read as one that names none. */
    @ParameterizedTest
    @MethodSource("steps")
    void anOlderStepNamesNoVocabulary(Step step) {
        String now = new String(StepFormat.write(new StepTaken(1, FINE, "us.envoy", step)), StandardCharsets.UTF_8);
        String older = now.replaceFirst(",\"vocabulary\":\"cd\"", "");
        StepTaken read = StepFormat.read(older.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(StepFormat.write(read), StandardCharsets.UTF_8).replaceFirst(",\"vocabulary\":null", ""))
                .isEqualTo(older);
    }
}
