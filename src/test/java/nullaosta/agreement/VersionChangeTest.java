package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nullaosta.agreement.text.Reading;
import org.junit.jupiter.api.Test;

/** What reads otherwise in another version, whether or not it permits anything else. */
class VersionChangeTest {

    private static Terms terms(String text) {
        return switch (TermsReader.read("v1.yaml", text)) {
            case Reading.Sound<Terms>(Terms terms) -> terms;
            case Reading.Faulty<Terms> faulty -> throw new AssertionError(faulty);
        };
    }

    private static List<String> changes(String older, String newer) {
        return VersionChange.between(terms(older), terms(newer)).stream()
                .map(change -> change.part() + ": " + change.inWords()).toList();
    }

    @Test
    void eachPartThatIsOtherIsNamed() throws IOException {
        String sound = TermsProblemsTest.sound();
        assertThat(changes(sound, sound)).isEmpty();
        assertThat(changes(sound, sound.replace("No more than the cap.", "Never more than the cap.")))
                .containsExactly("ART-2: other words");
        assertThat(changes(sound, sound.replace("type: int, value: 3", "type: int, value: 4")))
                .containsExactly("params.cap: other value");
        assertThat(changes(sound, sound.replace("locator: \"art. 2\"", "locator: \"art. 2a\"")
                .replace("require: ledger.sortiesToday < params.cap", "require: ledger.sortiesToday <= params.cap")))
                .containsExactly("ART-2: other demand, source");
        String without = sound.replace("  - id: ART-1\n", "  - id: ART-0\n");
        assertThat(changes(sound, without)).containsExactly("ART-0: new", "ART-1: gone");
        assertThat(VersionChange.between(terms(sound), terms(without))).extracting(VersionChange::alone)
                .containsExactly("Flights of the US.", "Flights of the US.");
        assertThat(VersionChange
                .between(terms(sound), terms(sound.replace("Flights of the US.", "All flights of the US.")))
                .getFirst().changed()).containsExactly(
                        new VersionChange.Other("words", "Flights of the US.", "All flights of the US."));
    }

    /** What stands around the clauses governs as they do. */
    @Test
    void theHeadAuthoritiesAndPropertiesAreParts() throws IOException {
        String sound = TermsProblemsTest.sound();
        assertThat(changes(sound, sound.replace("bases: [SIGONELLA]", "bases: [SIGONELLA, AVIANO]")
                .replace("from: 2016-02-22", "from: 2016-02-01").replace("Europe/Rome", "Europe/Paris")))
                .containsExactly("the version: other bases, period, time zone");
        assertThat(changes(sound, sound.replace("government: \"the Government\"",
                "government: {title: \"the Government\", parliament: informed}")))
                .containsExactly("authority government: other step in Parliament", "ART-3: other authority");
        assertThat(changes(sound, sound.replace("claim: never", "claim: possible")))
                .containsExactly("property P-1: other claim");
    }
}
