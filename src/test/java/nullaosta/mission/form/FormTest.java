package nullaosta.mission.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.VocabularyReader;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionReader;
import nullaosta.mission.Missions;
import nullaosta.mission.form.Question.Wait;
import nullaosta.party.Profile.Need;
import nullaosta.party.StateCode;
import nullaosta.seal.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the form asks, whom for, and that a mission goes through it unchanged. */
class FormTest {

    @TempDir
    private Path folder;

    static Stream<Mission> missions() throws Exception {
        List<Path> scenes;
        try (Stream<Path> all = Files.list(Path.of("tour"))) {
            scenes = all.filter(Files::isDirectory).sorted().toList();
        }
        Mission whole = Missions.with(Missions.armed(), Map.of("legs", List.of(
                Map.of("from", "SIGONELLA", "to", "HLLB", "departs", "2016-03-01T18:00:00Z", "exit", "DODUS", "exits",
                        "2016-03-01T18:40:30Z", "arrives", "2016-03-01T20:00:00Z", "overflies", List.of("MT", "LY")),
                Map.of("from", "HLLB", "to", "LICZ", "entry", "DODUS", "overflies", List.of())),
                "volumes", List.of(
                        Map.of("polygon",
                                Map.of("corners", List.of(point(37, 14), point(37, 15.1234567), point(-36, -15))),
                                "altitude", Map.of("floorMetres", 0.5, "ceilingMetres", 7620, "datum", "AGL"),
                                "window", Map.of("from", "2016-03-01T18:00:00Z", "until", "2016-03-01T19:00:00Z"))),
                "documents", List.of(
                        Map.of("kind", "EXPRESS_REQUEST", "title", "letter", "dated", "2016-02-20", "government",
                                "GNA"),
                        Map.of("kind", "OTHER", "title", "note", "dated", "2016-02-21", "sha256", "0".repeat(64))),
                "spares", List.of(Map.of("tail", "AF 09-4067", "address", "ae1235")), "formation",
                List.of(Map.of("tail", "AF 09-4068", "callSign", "DRAGO12"),
                        Map.of("tail", "AF 09-4069", "type", "MQ-1")),
                "answers", Map.of("exercise", false, "hazardClasses", List.of("CLASS_1", "CLASS_3"), "alternates",
                        List.of(), "cargo", "MUNITIONS")));
        return Stream.concat(scenes.stream().map(FormTest::mission),
                Stream.of(whole, Missions.with(Missions.surveillance(), Map.of("flights", 12)),
                        Missions.with(Missions.surveillance(), Map.of("block", "IT-2016-0042"))));
    }

    private static Map<String, Object> point(double latitude, double longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }

    private static Mission mission(Path scene) {
        try {
            Object json = CanonicalJson.read(Files.readAllBytes(scene.resolve("mission.json")));
            return ((MissionReader.Result.Read) Missions.READER.read((Map<?, ?>) Objects.requireNonNull(json)))
                    .mission();
        } catch (Exception e) {
            throw new AssertionError(scene.toString(), e);
        }
    }

    /** Also what this form does not ask, such as answers under other agreements. */
    @ParameterizedTest
    @MethodSource("missions")
    void aMissionShownInTheFormAndSentAgainIsTheSame(Mission mission) throws Exception {
        Agreements both = new Agreements(Stream.of("agreements", "scenarios/assembled/agreements")
                .flatMap(name -> agreements(name).all().stream()).toList());
        Form form = Form.of(Forms.italy(), both, Optional.of(new StateCode("GB")), Forms.NOON, Form.Ending.NONE);
        Filled filled = form.read(TypedWriter.write(mission, Forms.italy()), mission.dataMode());
        assertThat(Missions.READER.read(filled.mission())).isEqualTo(new MissionReader.Result.Read(mission));
    }

    private static Agreements agreements(String name) {
        try {
            return Forms.agreements(name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Only what some clause waits for is asked beyond the mission's own fields. */
    @Test
    void anAnswerIsAskedWhereAClauseWaitsForIt() throws Exception {
        assertThat(ids(Forms.form("agreements"))).noneMatch(id -> id.startsWith("answers/"));
        assertThat(ids(Forms.form("scenarios/assembled/agreements")).stream()
                .filter(id -> id.startsWith("answers/")).toList())
                .contains("answers/remoteIdentification", "answers/photographicSensors", "answers/transponder")
                .doesNotContain("answers/sensorsOverHost");
    }

    @Test
    void aQuestionSaysWhichClausesWaitForIt() throws Exception {
        Question armed = Forms.form("agreements").question("declarations/armed").orElseThrow().question();
        assertThat(armed.waits()).contains(new Wait("US aircraft at Sigonella, 2016", "ART-2.1"),
                new Wait("US aircraft at Sigonella, 2016", "ART-3.1"));
        Question protects = Forms.form("agreements").question("protectedParty").orElseThrow().question();
        assertThat(protects.waits()).contains(new Wait("US aircraft at Sigonella, 2016", "ART-3.2"));
    }

    @Test
    void anotherStatesAgreementsAskOtherThings() throws Exception {
        Form british = Form.of(Forms.italy(), Forms.agreements("agreements"), Optional.of(new StateCode("GB")),
                Forms.NOON, Form.Ending.NONE);
        assertThat(british.agreements()).containsExactly("British surveillance from Sigonella, 2016");
        assertThat(Form.of(Forms.italy(), Forms.agreements("agreements"), Optional.empty(), Forms.NOON,
                Form.Ending.RECEIPT).agreements()).as("the desk's, before a state is typed").hasSizeGreaterThan(3);
    }

    /** Whatever a requester can answer has its question: in the form's fields, or as one of its own. */
    @Test
    void everyFactOfTheRequesterHasAQuestion() {
        var flight = VocabularyReader.shared("flight/2");
        assertThat(flight.facts().values().stream().filter(fact -> fact.from() == FactSource.REQUESTER)
                .filter(fact -> FactQuestions.of(fact).isEmpty())).isEmpty();
        TreeSet<String> known = new TreeSet<>(ids(Form.of(Forms.italy(), agreements("agreements"), Optional.empty(),
                Forms.NOON, Form.Ending.NONE)));
        assertThat(flight.facts().values().stream().flatMap(fact -> FactQuestions.of(fact).stream())
                .filter(id -> !id.startsWith("answers/"))).isSubsetOf(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operator              | purpose=LOGISTICS                   | COMPULSORY
            aircraft/address      | purpose=LOGISTICS                   | OPTIONAL
            aircraft/crewed       | purpose=LOGISTICS                   | COMPULSORY
            protectedParty        | purpose=LOGISTICS                   | OPTIONAL
            protectedParty        | purpose=PROTECT_PERSONNEL_ON_GROUND | COMPULSORY
            protectedParty        | purpose=                            | OPTIONAL
            declarations/strike   | declarations/armed=yes              | COMPULSORY
            declarations/strike   | declarations/armed=no               | OPTIONAL
            documents/government  | documents/0/kind=EXPRESS_REQUEST    | COMPULSORY
            documents/government  | documents/1/kind=EXPRESS_REQUEST    | OPTIONAL
            documents/sha256      | purpose=LOGISTICS                   | NOT_ASKED
            """)
    void howAQuestionIsAskedFollowsTheProfile(String question, String typed, Need need) throws Exception {
        Form form = Forms.form("agreements");
        String[] field = typed.split("=", 2);
        assertThat(form.need(form.question(question).orElseThrow().question(),
                new Typed(Map.of(field[0], field[1])), 0)).isEqualTo(need);
    }

    /** What the host does not ask it may take to be so; the form says so, and the mission has it. */
    @Test
    void whatIsNotAskedIsAsTheHostTakesIt() throws Exception {
        Form form = Forms.form(Forms.italy(folder, """
                {"questions": [{"question": "base", "need": "NOT_ASKED", "taken": "SIGONELLA"},
                   {"question": "declarations/dangerousGoods", "need": "NOT_ASKED", "taken": "no",
                    "when": {"purpose": ["SURVEILLANCE"]}}],
                 "points": [], "leadTimes": [], "tolerances": []}"""), "agreements");
        Typed typed = new Typed(Map.of("base", "PANTELLERIA", "purpose", "SURVEILLANCE"));
        assertThat(form.read(typed, DataMode.EXERCISE).mission()).containsEntry("base", "SIGONELLA")
                .containsEntry("declarations", Map.of("dangerousGoods", "no"));
        assertThat(form.need(form.question("base").orElseThrow().question(), typed, 0)).isEqualTo(Need.NOT_ASKED);
    }

    @Test
    void aLeadTimeHasALastMomentOnceADepartureIsTyped() throws Exception {
        Form form = Forms.form("agreements");
        assertThat(form.deadlines(new Typed(Map.of()))).allSatisfy(it -> assertThat(it.last()).isEmpty());
        List<Deadline> typed = form.deadlines(
                new Typed(Map.of("departure", "2016-03-29T18:00", "declarations/dangerousGoods", "yes")));
        assertThat(typed).extracting(it -> it.lead().name(), Deadline::applies, it -> it.last().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Dangerous goods on board", true,
                                Instant.parse("2016-03-24T07:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple("Every flight", true,
                                Instant.parse("2016-03-29T06:00:00Z")));
        assertThat(typed.getFirst().missedAt(Instant.parse("2016-03-24T07:00:00Z"))).isFalse();
        assertThat(typed.getFirst().missedAt(Instant.parse("2016-03-24T07:00:01Z"))).isTrue();
    }

    /** What is left unsaid is never taken for no, by the notice box no more than by a clause. */
    @Test
    void aLeadTimeThatHangsOnAnAnswerIsOpenWhileItIsUnsaid() throws Exception {
        Form form = Forms.form("agreements");
        assertThat(form.deadlines(new Typed(Map.of("departure", "2016-03-29T18:00"))))
                .extracting(Deadline::applies, Deadline::unsaid).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, List.of("Are dangerous goods on board?")),
                        org.assertj.core.groups.Tuple.tuple(true, List.of()));
        assertThat(form.deadlines(new Typed(Map.of("declarations/dangerousGoods", "no"))))
                .extracting(Deadline::applies, Deadline::unsaid).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, List.of()),
                        org.assertj.core.groups.Tuple.tuple(true, List.of()));
    }

    /** Ten miles stay ten miles when a mission is copied. */
    @ParameterizedTest
    @CsvSource({"18520,10,NM", "926,0.5,NM", "20000,20,km", "12345,12345,m"})
    void aCopyHasTheUnitsThatPeopleType(double metres, String reach, String unit) {
        Mission mission = Missions.with(Missions.armed(), Map.of("volumes", List.of(Map.of("circle",
                Map.of("centre", Map.of("latitude", 36.0, "longitude", 15.0), "radiusMetres", metres), "altitude",
                Map.of("floorMetres", 1524, "ceilingMetres", 3048, "datum", "MSL")))));
        Typed typed = TypedWriter.write(mission, Forms.italy());
        assertThat(typed.fields()).containsEntry("volumes/0/reach", reach).containsEntry("volumes/0/reachUnit", unit)
                .containsEntry("volumes/0/floor", "5000").containsEntry("volumes/0/ceiling", "10000")
                .containsEntry("volumes/0/heightUnit", "ft");
    }

    /** What is starred on paper must be answered, and no more. */
    @Test
    void aRowThatIsNotAskedForNeedsItsPartsOnlyWhereItIsFilledIn() throws Exception {
        Form form = Forms.form("agreements");
        assertThat(form.inEach(form.question("documents/kind").orElseThrow().question())).contains("paper");
        assertThat(form.inEach(form.question("legs/from").orElseThrow().question())).isEmpty();
        assertThat(form.compulsoryWhen(form.question("harmEstimate/author").orElseThrow().question()))
                .isEqualTo("where an estimate is given");
    }

    private static List<String> ids(Form form) {
        return form.questions().stream().map(asked -> asked.question().id()).toList();
    }
}
