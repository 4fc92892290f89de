package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code assess} prints and how it ends, word for word: one file a case under {@code assess/}, which
 * {@code -Dgolden.update=true} writes anew.
 */
class AssessCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nullaosta/cli/assess");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String SIGONELLA = "agreements/it-us-sigonella";

    @TempDir
    static Path scratch;

    private record Run(String name, int exit, List<String> arguments) {}

    private static Run run(String name, ExitCode exit, String... arguments) {
        return new Run(name, exit.code(), List.of(arguments));
    }

    private static String casebook(String name) {
        return "casebook/" + name + "/facts.yaml";
    }

    private static String file(String name, String text) throws IOException {
        Path path = scratch.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text).toString();
    }

    private static String agreement(String name, String version, String text) throws IOException {
        file(name + "/" + version + ".yaml", text);
        return scratch.resolve(name).toString();
    }

    private static Stream<Run> runs() throws IOException {
        String terms = Files.readString(Path.of("agreements/it-gb-sigonella/v1.yaml"));
        String british = Files.readString(Path.of(casebook("british-surveillance")));
        String tooLong = """
                - id: ART-9
                  kind: require
                  text: "A clause that is too long for a list that is too long."
                  source: {doc: A, locator: A2}
                  require: host.recognitions.all(r, %s)
                  tests:
                    - {given: {host.recognitions: []}, expect: satisfied}
                """.formatted(String.join(" && ", Collections.nCopies(150, "r.from < r.until"))).indent(2);
        String slow = terms.replace("  - id: ART-2.1", tooLong + "  - id: ART-2.1");
        String many = british + "host.recognitions: [" + "{government: GNA, from: 2015-12-23},".repeat(400) + "]\n";
        String twoVersions = agreement("two-versions", "v1", terms.replace("it-gb-sigonella", "two-versions"));
        String unarmed = agreement("unarmed", "v1",
                """
                        terms: unarmed/1
                        agreement: {id: unarmed, title: "Unarmed", host: IT, parties: [IT, GB], userStates: [GB],
                          bases: [SIGONELLA], inForce: {from: 2090-01-01}}
                        timezone: Europe/Rome
                        sources: {A: "A paper"}
                        vocabulary: {uses: flight/1}
                        clauses:
                          - {id: G, kind: grant, text: "Unarmed flights.", source: {doc: A, locator: "1"}, when: "!mission.armed",
                             tests: [{given: {mission.armed: false}, expect: satisfied}]}
                        """);
        agreement("two-versions", "v2.proposed", "terms: two-versions/2.proposed\n");
        return Stream.of(run("eligible", ExitCode.ELIGIBLE, SIGONELLA, casebook("surveillance-libya")),
                run("refer", ExitCode.REFER, SIGONELLA, casebook("armed-to-protect-personnel")),
                run("needs-facts", ExitCode.NEEDS_FACTS, SIGONELLA, casebook("armament-undeclared")),
                run("ineligible", ExitCode.INELIGIBLE, SIGONELLA, casebook("sabratha-training-camp")),
                run("not-covered", ExitCode.NOT_COVERED, SIGONELLA, casebook("surveillance-elsewhere")),
                run("cannot-evaluate", ExitCode.CANNOT_EVALUATE,
                        agreement("slow", "v1", slow.replace("it-gb-sigonella", "slow")), file("many.yaml", many)),
                run("json-refer", ExitCode.REFER, SIGONELLA, casebook("armed-to-protect-personnel"), "--json"),
                run("json-needs-facts", ExitCode.NEEDS_FACTS, "--json", SIGONELLA, casebook("armament-undeclared")),
                run("proposed", ExitCode.REFER, SIGONELLA, casebook("proposed-offensive-assured"), "--version",
                        "v2.proposed"),
                run("proposed-fact-unknown-to-v1", ExitCode.NOT_VALID, SIGONELLA,
                        casebook("proposed-offensive-assured")),
                run("departure-absent", ExitCode.NEEDS_FACTS, SIGONELLA,
                        file("no-departure.yaml", "mission.operatorState: US\n")),
                run("not-known-whether-it-governs", ExitCode.NEEDS_FACTS, unarmed, file("unarmed.yaml",
                        "mission.armed: false\n")),
                run("not-known-whether-that-version-governs", ExitCode.NEEDS_FACTS, unarmed, file("british.yaml",
                        "mission.armed: false\nmission.operatorState: GB\n"), "--version", "v1", "--json"),
                run("not-in-force", ExitCode.NOT_COVERED, SIGONELLA,
                        file("too-early.yaml", "mission.departure: 2016-02-21T12:00:00Z\n")),
                run("json-not-in-force", ExitCode.NOT_COVERED, SIGONELLA, file("too-early.yaml",
                        "mission.departure: 2016-02-21T12:00:00Z\n"), "--json"),
                run("only-proposed", ExitCode.NOT_COVERED,
                        agreement("draft", "v1.proposed",
                                terms.replace("it-gb-sigonella/1", "draft/1.proposed")
                                        .replace("it-gb-sigonella", "draft")
                                        .replace("  inForce: {from: 2016-01-01}\n", "")),
                        casebook("british-surveillance")),
                run("about-flights-of-others", ExitCode.NOT_COVERED,
                        agreement("of-others", "v1", terms.replace("it-gb-sigonella", "of-others")
                                .replace("userStates: [GB]", "userStates: [IT]")),
                        casebook("british-surveillance")),
                run("facts-not-valid", ExitCode.NOT_VALID, SIGONELLA, file("wrong.yaml", """
                        mission.armd: true
                        mission.armed: no
                        mission.purpose: OFENSIVE
                        mission.departure: 2016-03-01
                        """)),
                run("json-facts-not-valid", ExitCode.NOT_VALID, SIGONELLA, file("wrong2.yaml", "mission.armd: true\n"),
                        "--json"),
                run("facts-too-large", ExitCode.NOT_VALID, SIGONELLA, file("large.yaml", "x".repeat(10_000_000))),
                run("terms-not-valid", ExitCode.NOT_VALID,
                        agreement("broken", "v1", terms.replace("it-gb-sigonella", "broken")
                                .replace("!mission.armed", "!mission.armd").replace("kind: grant", "kind: grand")),
                        casebook("british-surveillance")),
                run("a-clause-test-fails", ExitCode.NOT_VALID,
                        agreement("untested", "v1", terms.replace("it-gb-sigonella", "untested").replace(
                                "{given: {mission.armed: true}, expect: breached}",
                                "{given: {mission.armed: true}, expect: satisfied}")),
                        casebook("british-surveillance")),
                run("broken-draft-noted", ExitCode.ELIGIBLE, twoVersions, casebook("british-surveillance")),
                run("broken-draft-asked-for", ExitCode.NOT_VALID, twoVersions, casebook("british-surveillance"),
                        "--version", "v2.proposed"),
                run("no-arguments", ExitCode.WRONG_USAGE),
                run("one-argument", ExitCode.WRONG_USAGE, SIGONELLA),
                run("unknown-option", ExitCode.WRONG_USAGE, SIGONELLA, casebook("surveillance-libya"), "--jsn"),
                run("unknown-version", ExitCode.WRONG_USAGE, SIGONELLA, casebook("surveillance-libya"), "--version",
                        "v3"),
                run("no-such-agreement", ExitCode.WRONG_USAGE, "agreements/nowhere", casebook("surveillance-libya")),
                run("no-such-facts", ExitCode.WRONG_USAGE, SIGONELLA, "nowhere.yaml"),
                run("no-version-there", ExitCode.WRONG_USAGE, "casebook", casebook("surveillance-libya")));
    }

    @TestFactory
    Stream<DynamicTest> itPrintsAndEndsAsExpected() throws IOException {
        return runs().map(run -> DynamicTest.dynamicTest(run.name(), () -> {
            List<String> arguments = new ArrayList<>(List.of("assess"));
            arguments.addAll(run.arguments());
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = CommandLineDoor.run(new PrintWriter(out), new PrintWriter(err),
                    arguments.toArray(String[]::new));
            String printed = ("$ nullaosta " + String.join(" ", arguments) + "\n" + out
                    + (err.toString().isEmpty() ? "" : "(stderr)\n" + err) + "(exit " + exit + ")\n")
                    .replace(scratch + "/", "/scratch/");
            Path golden = GOLDEN.resolve(run.name() + ".txt");
            if (UPDATE) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, printed);
            }
            assertThat(printed).isEqualTo(Files.readString(golden));
            assertThat(exit).isEqualTo(run.exit());
            printed.lines().filter(line -> !run.name().startsWith("json") && !line.startsWith("$ "))
                    .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(130));
        }));
    }

    @Test
    void aCommandThatIsMissingOrUnknownIsWrongUsage() {
        StringWriter err = new StringWriter();
        assertThat(CommandLineDoor.run(new PrintWriter(new StringWriter()), new PrintWriter(err)))
                .isEqualTo(64);
        assertThat(CommandLineDoor.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "asess"))
                .isEqualTo(64);
        assertThat(err.toString())
                .startsWith("nullaosta: a command is missing; known here: agreement, assess, audit, disclose,"
                        + " officer, serve, tour, verify, witness\n");
    }

    @Test
    void exitCodesAreDistinct() {
        assertThat(Stream.of(ExitCode.values()).map(ExitCode::code)).doesNotHaveDuplicates();
    }
}
