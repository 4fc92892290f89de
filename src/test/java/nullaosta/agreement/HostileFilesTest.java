package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file made to hurt is refused with one clear problem. The limit is no figure of speed: what reaches it has blown up, on
 * whatever machine.
 */
class HostileFilesTest {

    private static final Duration BLOWN_UP = Duration.ofSeconds(20);

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
                new Hostile("five megabytes of clauses", sound.replace("properties:\n",
                        "  - {id: ART-9, kind: grant}\n".repeat(200_000) + "properties:\n"),
                        "found 5801513 characters, expected at most 1000000"),
                new Hostile("a billion laughs", "a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
                        + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
                        "found an anchor, which this language has not"),
                new Hostile("a thousand clauses with one id", sound.replace("properties:\n",
                        clause("ART-9", "").repeat(1_000) + "properties:\n"),
                        "found the clause `ART-9` a second time"),
                new Hostile("a circle of three hundred exceptions", sound.replace("properties:\n",
                        IntStream.range(0, 300).mapToObj(i -> clause("C-" + i, "exceptTo: C-" + (i + 1) % 300 + ", "))
                                .collect(Collectors.joining()) + "properties:\n"),
                        "found exceptions to exceptions more than 3 deep"),
                new Hostile("a lattice of exceptions", lattice(sound),
                        "clause `L-1-0` has 60 exceptions, expected at most 8"),
                new Hostile("an id of a hundred thousand parts", sound.replace("  - id: ART-3\n",
                        "  - id: A" + "-A".repeat(100_000) + "\n"),
                        "found a text of 200001 characters, expected an id such as ART-5.2"),
                new Hostile("a document whose name is half a megabyte", sound.replace("sources:\n",
                        "sources:\n  ? \"" + "A".repeat(500_000) + "\"\n  : \"a paper\"\n").replace(
                                "doc: A, locator: \"art. 3\"", "doc: AAAB, locator: \"art. 3\""),
                        "unknown document `AAAB`"),
                new Hostile("fifteen hundred misspelt facts", sound.replace("properties:\n",
                        IntStream.range(0, 1_500).mapToObj(i -> clause("M-" + i, "when: mission.armd" + i + ", "))
                                .collect(Collectors.joining()) + "properties:\n"),
                        "unknown name `mission.armd0`"),
                new Hostile("a vocabulary of two thousand facts, each misspelt", vocabulary(sound),
                        "unknown name `mission.fcat0`"),
                new Hostile("conditions as long as they may be, as many as fit", sound.replace("properties:\n",
                        IntStream.range(0, 200).mapToObj(i -> clause("W-" + i, "when: '"
                                + "mission.armed && ".repeat(230) + "mission.armd', "))
                                .collect(Collectors.joining()) + "properties:\n"),
                        "unknown name `mission.armd`"),
                new Hostile("bytes that are no text", "\u0000\u0001\u0002",
                        "found the character U+0000, expected text"));
    }

    private static String clause(String id, String more) {
        return "  - {id: " + id + ", kind: grant, text: t, source: {doc: A, locator: \"1\"}, " + more
                + "tests: [{given: {}, expect: satisfied}]}\n";
    }

    /** Four rows of sixty clauses, each an exception to all of the next row: 13 million ways through it. */
    private static String lattice(String sound) {
        StringBuilder clauses = new StringBuilder();
        for (int row = 0; row < 4; row++) {
            int next = row + 1;
            String all = IntStream.range(0, 60).mapToObj(i -> "L-" + next + "-" + i).collect(Collectors.joining(", "));
            for (int i = 0; i < 60; i++) {
                clauses.append(clause("L-" + row + "-" + i, row == 3 ? "" : "exceptTo: [" + all + "], "));
            }
        }
        return sound.replace("properties:\n", clauses + "properties:\n");
    }

    private static String vocabulary(String sound) {
        String facts = IntStream.range(0, 2_000)
                .mapToObj(i -> "    mission.fact" + i + ": {type: bool, from: requester, ask: a}\n")
                .collect(Collectors.joining());
        String clauses = IntStream.range(0, 800).mapToObj(i -> clause("V-" + i, "when: mission.fcat" + i + ", "))
                .collect(Collectors.joining());
        return sound.replace("  facts:\n", "  facts:\n" + facts).replace("properties:\n", clauses + "properties:\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefused(Hostile file) {
        Reading<Terms> reading = assertTimeoutPreemptively(BLOWN_UP, () -> TermsReader.read("v1.yaml", file.text()));
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
