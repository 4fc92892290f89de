package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file made to hurt is refused within a second, with one clear problem. */
class HostileFilesTest {

    record Hostile(String name, String text, String firstMessage) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Hostile> files() throws IOException {
        String sound = TermsProblemsTest.sound();
        return List.of(
                new Hostile("ten megabytes", "a".repeat(10_000_000),
                        "found 10000000 characters, expected at most 1000000"),
                new Hostile("a megabyte of brackets", "a: " + "[".repeat(999_000),
                        "found more than 16 levels of nesting"),
                new Hostile("a megabyte of braces", "a: " + "{".repeat(999_000),
                        "found more than 16 levels of nesting"),
                new Hostile("a megabyte of dashes", "a:\n" + "- ".repeat(499_000),
                        "found more than 16 levels of nesting"),
                new Hostile("half a million keys", "a: {" + "b: 1, ".repeat(160_000) + "}",
                        "found the key `b` a second time"),
                new Hostile("half a million items", "a: [" + "b,".repeat(400_000) + "]",
                        "found more than 50000 values"),
                new Hostile("laughter", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
                        "found an anchor, which this language has not"),
                new Hostile("a condition of nested brackets", sound.replace("when: mission.armed\n",
                        "when: " + "(".repeat(1_900) + "mission.armed" + ")".repeat(1_900) + "\n"),
                        "not a condition: Expression recursion limit exceeded. limit: 32"),
                new Hostile("a condition of nots", sound.replace("when: mission.armed\n",
                        "when: \"" + "!".repeat(3_000) + "mission.armed\"\n"), ""),
                new Hostile("a condition of half a megabyte", sound.replace("when: mission.armed\n",
                        "when: " + "mission.armed && ".repeat(30_000) + "mission.armed\n"),
                        "found a condition of 510013 characters, expected at most 4000"),
                new Hostile("a hundred thousand clauses", sound.replace("properties:\n",
                        "  - {id: X, kind: grant}\n".repeat(30_000) + "properties:\n"),
                        "found more than 50000 values"),
                new Hostile("bytes that are no text", "\u0000\u0001\u0002",
                        "not YAML: special characters are not allowed"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithinASecond(Hostile file) {
        Reading<Terms> reading = assertTimeoutPreemptively(Duration.ofSeconds(1),
                () -> TermsReader.read("v1.yaml", file.text()));
        if (file.firstMessage().isEmpty()) {
            assertThat(reading).isInstanceOf(Reading.Sound.class);
            return;
        }
        assertThat(reading).isInstanceOfSatisfying(Reading.Faulty.class, faulty -> {
            List<Problem> problems = ((Reading.Faulty<?>) faulty).problems();
            assertThat(problems.getFirst().message()).isEqualTo(file.firstMessage());
            assertThat(problems.size()).isLessThanOrEqualTo(101);
            assertThat(problems).allSatisfy(problem -> assertThat(problem.inFull().length()).isLessThan(1_000));
        });
    }
}
