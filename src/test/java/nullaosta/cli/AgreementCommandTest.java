package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code agreement} prints and how it ends, word for word: one file a case under {@code agreement/}, which
 * {@code -Dgolden.update=true} writes anew.
 */
class AgreementCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nullaosta/cli/agreement");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    static Path scratch;

    private record Run(String name, ProofExit exit, List<String> arguments) {}

    private record Ended(int exit, String out, String err) {}

    private static Run run(String name, ProofExit exit, String... arguments) {
        return new Run(name, exit, List.of(arguments));
    }

    private static Ended execute(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("agreement"));
        all.addAll(arguments);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineDoor.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Ended(exit, out.toString(), err.toString());
    }

    /** The hall: a small agreement of our own, so that changes to shipped ones leave these pages alone. */
    private static final String HALL = """
            terms: hall/1
            agreement:
              id: hall
              title: "Visitors at Sigonella"
              host: IT
              parties: [IT, US]
              userStates: [US]
              bases: [SIGONELLA]
              inForce: {from: 2016-01-01}
            timezone: Europe/Rome
            sources:
              A: "A paper"
            authorities:
              government: "the Government"
            vocabulary:
              uses: flight/1
            clauses:
              - id: ART-1
                kind: grant
                text: "Aircraft of the United States may fly."
                source: {doc: A, locator: "1"}
                when: mission.operatorState == State.US
                tests:
                  - {given: {mission.operatorState: US}, expect: satisfied}
              - id: ART-2
                kind: require
                text: "Armed aircraft depart only to protect personnel."
                source: {doc: A, locator: "2"}
                when: mission.armed
                require: mission.purpose == Purpose.PROTECT_PERSONNEL_ON_GROUND
                tests:
                  - {given: {mission.armed: false}, expect: not-applicable}
            %sproperties:
              - id: P-1
                claim: never
                text: "No offensive mission is ever eligible."
                formula: eligible && mission.purpose == Purpose.OFFENSIVE
              - id: P-2
                claim: possible
                text: "Some armed mission is eligible."
                formula: eligible && mission.armed
            """;
    private static final String NO_OFFENSIVE = """
              - id: ART-3
                kind: require
                text: "No aircraft flies for an offensive action."
                source: {doc: A, locator: "3"}
                require: mission.purpose != Purpose.OFFENSIVE
                tests:
                  - {given: {mission.purpose: OFFENSIVE}, expect: breached}
              - id: ART-4
                kind: require
                text: "Nor an armed one."
                source: {doc: A, locator: "4"}
                when: mission.armed && mission.purpose == Purpose.OFFENSIVE
                require: "!mission.armed"
                tests:
                  - {given: {mission.armed: false}, expect: not-applicable}
            """;

    private static String agreement(String name, String text) throws IOException {
        Path file = scratch.resolve(name).resolve("v1.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace("hall", name));
        return scratch.resolve(name).toString();
    }

    /** Five flights under the terms of past. */
    private static String pastCases() throws IOException {
        Path folder = scratch.resolve("cases");
        pastCase(folder, "a-look", "mission.armed: false, mission.purpose: SURVEILLANCE, mission.strike: false");
        pastCase(folder, "an-attack", "mission.armed: true, mission.purpose: OFFENSIVE, mission.strike: true");
        pastCase(folder, "an-unarmed-attack",
                "mission.armed: false, mission.purpose: OFFENSIVE, mission.strike: false");
        pastCase(folder, "strike-not-asked-for", "mission.armed: false, mission.purpose: LOGISTICS");
        pastCase(folder, "unclear", "mission.purpose: LOGISTICS, mission.strike: false");
        return folder.toString();
    }

    private static String tornCase() throws IOException {
        Path at = Files.createDirectories(scratch.resolve("torn/a-case"));
        Files.writeString(at.resolve("case.yaml"), "title: t\nagreement: past\n");
        Files.writeString(at.resolve("facts.yaml"),
                "mission.armed: perhaps\nmission.departure: 2016-03-01T18:00:00Z\n");
        return scratch.resolve("torn").toString();
    }

    private static void pastCase(Path folder, String name, String facts) throws IOException {
        Path at = Files.createDirectories(folder.resolve(name));
        Files.writeString(at.resolve("case.yaml"), "title: " + name + "\nagreement: past\n");
        Files.writeString(at.resolve("facts.yaml"), "{mission.operatorState: US, mission.departure: "
                + "2016-03-01T18:00:00Z, " + facts + "}\n");
    }

    private static Stream<Run> runs() throws IOException {
        String open = agreement("open", HALL.formatted(""));
        String shut = agreement("shut", HALL.formatted(NO_OFFENSIVE));
        Files.writeString(scratch.resolve("shut/v2.proposed.yaml"), HALL.formatted(NO_OFFENSIVE)
                .replace("hall/1", "shut/2.proposed").replace("hall", "shut")
                .replace("  inForce: {from: 2016-01-01}\n", "")
                .replace("    when: mission.armed\n", "    when: mission.armed && mission.crewed\n"));
        String past = agreement("past", HALL.formatted(NO_OFFENSIVE));
        Files.writeString(scratch.resolve("past/v2.proposed.yaml"), HALL.formatted("")
                .replace("hall/1", "past/2.proposed").replace("hall", "past")
                .replace("  inForce: {from: 2016-01-01}\n", "")
                .replace("when: mission.operatorState == State.US",
                        "when: mission.operatorState == State.US && !mission.strike")
                .replace("{given: {mission.operatorState: US}, expect: satisfied}",
                        "{given: {mission.operatorState: US, mission.strike: false}, expect: satisfied}"));
        String broken = agreement("broken", HALL.formatted("").replace("mission.armed\n", "mission.armd\n")
                .replace("kind: grant", "kind: grand"));
        String failing = agreement("failing",
                HALL.formatted(NO_OFFENSIVE).replace("{given: {mission.purpose: OFFENSIVE}, "
                        + "expect: breached}", "{given: {mission.purpose: OFFENSIVE}, expect: satisfied}"));
        String other = agreement("other", HALL.formatted("").replace("  uses: flight/1\n",
                "  enums: {State: [US, IT], Purpose: [OFFENSIVE, PROTECT_PERSONNEL_ON_GROUND], Base: [SIGONELLA]}\n"
                        + "  facts:\n    mission.operatorState: {type: State, from: requester, ask: \"?\"}\n"
                        + "    mission.purpose: {type: Purpose, from: requester, ask: \"?\"}\n"
                        + "    mission.armed: {type: bool, from: requester, ask: \"?\"}\n"));
        String full = scratch.resolve("full").toString();
        Files.createDirectories(Path.of(full));
        Files.writeString(Path.of(full, "x"), "x");
        String cases = pastCases();
        String torn = tornCase();
        return Stream.of(run("check-sound", ProofExit.AS_CLAIMED, "check", shut),
                run("check-json", ProofExit.AS_CLAIMED, "check", shut, "--json"),
                run("check-broken", ProofExit.NOT_VALID, "check", broken),
                run("check-broken-json", ProofExit.NOT_VALID, "check", broken, "--json"),
                run("check-a-test-fails", ProofExit.NOT_VALID, "check", failing),
                run("check-no-version", ProofExit.WRONG_USAGE, "check", full),
                run("check-no-folder", ProofExit.WRONG_USAGE, "check", "nowhere"),
                run("prove-refuted", ProofExit.NOT_AS_CLAIMED, "prove", open),
                run("prove-proved", ProofExit.AS_CLAIMED, "prove", shut),
                run("prove-proposed", ProofExit.AS_CLAIMED, "prove", shut, "--version", "v2.proposed"),
                run("prove-json", ProofExit.NOT_AS_CLAIMED, "prove", open, "--json"),
                run("prove-broken", ProofExit.NOT_VALID, "prove", broken),
                run("prove-a-test-fails", ProofExit.NOT_VALID, "prove", failing),
                run("prove-unknown-version", ProofExit.WRONG_USAGE, "prove", shut, "--version", "v3"),
                run("prove-out-full", ProofExit.WRONG_USAGE, "prove", shut, "--out", full),
                run("compare-files", ProofExit.NOT_AS_CLAIMED, "compare", shut + "/v1.yaml", open + "/v1.yaml"),
                run("compare-narrower", ProofExit.AS_CLAIMED, "compare", open + "/v1.yaml", shut + "/v1.yaml"),
                run("compare-versions", ProofExit.NOT_AS_CLAIMED, "compare", shut, "v1", "v2.proposed"),
                run("compare-cannot", ProofExit.NOT_AS_CLAIMED, "compare", open + "/v1.yaml", other + "/v1.yaml"),
                run("compare-cannot-json", ProofExit.NOT_AS_CLAIMED, "compare", open + "/v1.yaml", other + "/v1.yaml",
                        "--json"),
                run("compare-broken", ProofExit.NOT_VALID, "compare", open + "/v1.yaml", broken + "/v1.yaml"),
                run("compare-one", ProofExit.WRONG_USAGE, "compare", open + "/v1.yaml"),
                run("drift-folder-of-agreements", ProofExit.WRONG_USAGE, "drift", "agreements"),
                run("prove-folder-of-agreements", ProofExit.WRONG_USAGE, "prove", "agreements"),
                run("compare-no-file", ProofExit.WRONG_USAGE, "compare", open, "v1", "v7"),
                run("nothing-said", ProofExit.WRONG_USAGE),
                run("replay-changes", ProofExit.NOT_AS_CLAIMED, "replay", past + "/v2.proposed.yaml", "--cases", cases),
                run("replay-json", ProofExit.NOT_AS_CLAIMED, "replay", past + "/v2.proposed.yaml", "--json",
                        "--cases", cases),
                run("replay-same", ProofExit.AS_CLAIMED, "replay", past + "/v1.yaml", "--cases", cases),
                run("replay-later", ProofExit.AS_CLAIMED, "replay", past + "/v2.proposed.yaml", "--cases", cases,
                        "--from", "2016-04-01"),
                run("replay-no-date", ProofExit.WRONG_USAGE, "replay", past + "/v1.yaml", "--from", "31.12.2016"),
                run("replay-torn", ProofExit.NOT_AS_CLAIMED, "replay", past + "/v1.yaml", "--cases", torn),
                run("replay-other", ProofExit.AS_CLAIMED, "replay", open + "/v1.yaml", "--cases", cases),
                run("replay-no-file", ProofExit.WRONG_USAGE, "replay", shut),
                run("replay-no-cases", ProofExit.WRONG_USAGE, "replay", shut + "/v1.yaml"),
                run("replay-no-database", ProofExit.WRONG_USAGE, "replay", shut + "/v1.yaml", "--data", full),
                run("replay-both", ProofExit.WRONG_USAGE, "replay", shut + "/v1.yaml", "--data", full, "--cases",
                        cases),
                run("replay-broken", ProofExit.NOT_VALID, "replay", broken + "/v1.yaml", "--cases", cases),
                run("drift", ProofExit.NOT_AS_CLAIMED, "drift", past, "--cases", cases),
                run("drift-json", ProofExit.NOT_AS_CLAIMED, "drift", past, "--cases", cases, "--json"),
                run("drift-one-version", ProofExit.AS_CLAIMED, "drift", open, "--cases", cases),
                run("weave-unknown-version", ProofExit.WRONG_USAGE, "weave", shut, "--version", "v7"),
                run("weave-broken", ProofExit.NOT_VALID, "weave", broken));
    }

    @TestFactory
    Stream<DynamicTest> itPrintsAndEndsAsExpected() throws IOException {
        return runs().map(run -> DynamicTest.dynamicTest(run.name(), () -> {
            Ended ended = execute(run.arguments());
            String printed = ("$ nullaosta agreement " + String.join(" ", run.arguments()) + "\n" + ended.out()
                    + (ended.err().isEmpty() ? "" : "(stderr)\n" + ended.err()) + "(exit " + ended.exit() + ")\n")
                    .replace(scratch + "/", "/scratch/").stripTrailing() + "\n";
            Path golden = GOLDEN.resolve(run.name() + ".txt");
            if (UPDATE) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, printed);
            }
            assertThat(printed).isEqualTo(Files.readString(golden));
            assertThat(ended.exit()).isEqualTo(run.exit().code());
            ended.out().lines().filter(line -> !run.name().contains("json") && !line.contains("scratch"))
                    .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
        }));
    }

    @Test
    void theFolderHoldsTheCertificateAsJsonAndAsAPageAndAFileForEachQuestion() throws IOException, JsonFault {
        Path out = scratch.resolve("certificate");
        String hall = agreement("kept", HALL.formatted(NO_OFFENSIVE));
        assertThat(execute(List.of("prove", hall, "--out", out.toString())).out())
                .endsWith("written: " + out + "/certificate.html and 20 questions for other solvers\n");
        byte[] json = Files.readAllBytes(out.resolve("certificate.json"));
        Object read = CanonicalJson.read(json);
        assertThat(CanonicalJson.bytes(read)).as("canonical").isEqualTo(json);
        if (!(read instanceof java.util.Map<?, ?> certificate)
                || !(certificate.get("questions") instanceof List<?> questions)) {
            throw new AssertionError(read);
        }
        assertThat(questions).hasSize(20);
        for (Object question : questions) {
            if (!(question instanceof java.util.Map<?, ?> fields)) {
                throw new AssertionError(question);
            }
            byte[] file = Files.readAllBytes(out.resolve(String.valueOf(fields.get("file"))));
            assertThat(Digest.of(file).hex()).isEqualTo(fields.get("sha256"));
        }
        String page = Files.readString(out.resolve("certificate.html"));
        assertThat(page).contains("Certificate: kept v1", "As claimed", "No offensive mission is ever eligible.",
                "SMTInterpol 2.5", "Which state operates the aircraft?").doesNotContain("http", "<script");
        Path again = scratch.resolve("again");
        execute(List.of("prove", hall, "--out", again.toString()));
        assertThat(Files.readAllBytes(again.resolve("certificate.json"))).as("the same terms, the same bytes")
                .isEqualTo(json);
        assertThat(Files.readString(again.resolve("certificate.html"))).isEqualTo(page);
    }

    @Test
    void theWovenPageHoldsEveryClauseWithItsConditionTestsAndProofs() throws IOException {
        Path out = scratch.resolve("woven.html");
        String hall = agreement("woven", HALL.formatted(NO_OFFENSIVE));
        assertThat(execute(List.of("weave", hall, "--out", out.toString())).out())
                .isEqualTo("written: " + out + "\n");
        Path near = Path.of("target", "woven.html");
        assertThat(execute(List.of("weave", hall, "--out", near.toString())).out()).as("where that is")
                .isEqualTo("written: " + near.toAbsolutePath() + "\n");
        String page = Files.readString(out);
        for (String part : List.of("Visitors at Sigonella", "ART-1", "ART-2", "ART-3",
                "Aircraft of the United States may fly.", "<code>mission.operatorState == State.US</code>",
                "<code>mission.purpose != Purpose.OFFENSIVE</code>", "A paper, 3", "refuses",
                "Some mission breaches ART-3.", "by ART-3", "Which state operates the aircraft?",
                "<code>never eligible &amp;&amp; mission.purpose == Purpose.OFFENSIVE</code>")) {
            assertThat(page.contains(part)).as(part).isTrue();
        }
        assertThat(page.contains("http") || page.contains("<script")).isFalse();
    }

    @Test
    void exitCodesAreDistinct() {
        assertThat(Stream.of(ProofExit.values()).map(ProofExit::code)).doesNotHaveDuplicates();
    }
}
