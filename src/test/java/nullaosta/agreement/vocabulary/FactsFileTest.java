package nullaosta.agreement.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts are read with their origin, or refused with every problem at once. */
class FactsFileTest {

    private static final Vocabulary FLIGHT = VocabularyReader.shared("flight/1");

    /** The example of the vocabulary: every build reads it. */
    static final String EXAMPLE = """
            mission.operatorState: US              # ISO 3166 alpha-2
            mission.base: SIGONELLA
            mission.area: LIBYA
            mission.departure: 2016-03-01T18:00:00Z
            mission.receivedBeforeTakeoff: true
            mission.crewed: false
            mission.armed: true
            mission.purpose: PROTECT_PERSONNEL_ON_GROUND
            mission.strike: false
            file.personnelOnGround: true
            file.harmEstimate: true
            file.expressRequest: true
            file.requestedBy: GNA
            file.requestedOn: 2016-02-20
            host.recognitions: [{government: GNA, from: 2015-12-23}]
            ledger.sortiesToday: 0
            """;

    private static FactSheet sheet(String text) {
        return FactsFile.read("facts.yaml", text, FLIGHT).orThrow();
    }

    @Test
    void everyNameOfTheExampleIsKnownWithItsType() {
        FactSheet sheet = sheet(EXAMPLE);
        assertThat(FLIGHT.slots()).allSatisfy(name -> assertThat(sheet.value(name)).as(name).isPresent());
        assertThat(sheet.fact("mission.armed"))
                .isEqualTo(new Fact.Known(new Value.Bool(true), "facts file, line 7"));
        assertThat(sheet.value("mission.departure"))
                .contains(new Value.Moment(Instant.parse("2016-03-01T18:00:00Z")));
        assertThat(sheet.value("file.requestedOn")).contains(new Value.Day(LocalDate.parse("2016-02-20")));
    }

    @Test
    void aRecognitionWithoutAnEndHoldsStill() {
        Value.Rows rows = (Value.Rows) sheet(EXAMPLE).value("host.recognitions").orElseThrow();
        assertThat(rows.rows().getFirst().field("until")).isEqualTo(new Value.Day(LocalDate.parse("9999-12-31")));
        assertThat(rows.written()).isEqualTo("[{government: GNA, from: 2015-12-23}]");
    }

    @Test
    void whatIsNotInTheFileIsAbsentWithAReason() {
        FactSheet sheet = sheet("mission.armed: {absent: the embassy has not answered}\n"
                + "mission.crewed: {value: false, origin: note verbale 12/2016}\n");
        assertThat(sheet.fact("mission.armed")).isEqualTo(new Fact.Absent("the embassy has not answered"));
        assertThat(sheet.fact("mission.crewed"))
                .isEqualTo(new Fact.Known(new Value.Bool(false), "note verbale 12/2016"));
        assertThat(sheet.fact("mission.base")).isEqualTo(new Fact.Absent("not in the facts file"));
    }

    @Test
    void aSheetSurvivesBeingStored() {
        FactSheet sheet = sheet(EXAMPLE.replace("mission.strike: false", "mission.strike: {absent: not yet asked}"));
        assertThat(FactSheet.fromMap(FLIGHT, sheet.toMap()).orThrow()).isEqualTo(sheet);
    }

    @Test
    void aSheetIsBuiltFromJavaValuesByTheSameRules() {
        FactSheet sheet = FactSheet.builder(FLIGHT).known("mission.armed", true, "request 3")
                .known("mission.departure", Instant.parse("2016-03-01T18:00:00Z"), "request 3")
                .known("file.requestedOn", LocalDate.parse("2016-02-20"), "note 7")
                .known("ledger.sortiesToday", 2, "ledger")
                .known("host.recognitions", List.of(Map.of("government", "GNA", "from", LocalDate.parse("2015-12-23"))),
                        "host register")
                .known("mission.crewed", null, "request 3").absent("mission.strike", "not declared").build().orThrow();
        assertThat(sheet.value("ledger.sortiesToday")).contains(new Value.Int(2));
        assertThat(sheet.fact("mission.crewed")).isEqualTo(new Fact.Absent("not stated"));
        assertThat(sheet.fact("mission.strike")).isEqualTo(new Fact.Absent("not declared"));
        assertThat(problems(FactSheet.builder(FLIGHT).known("mission.armed", "yes", "request 3")
                .known("mission.wings", 2, "request 3").build())).isEqualTo("""
                        request 3: found `yes`, expected true or false
                        request 3: unknown fact `mission.wings`
                          help: known with `mission.`: operatorState, base, area, departure, \
                        receivedBeforeTakeoff, crewed, armed, purpose, strike""");
    }

    @Test
    void underAnotherVocabularyOnlyWhatItKnowsIsKept() {
        Vocabulary smaller = new Vocabulary("small/1", FLIGHT.enums(), FLIGHT.rows(),
                Map.of("mission.armed", FLIGHT.declared("mission.armed")));
        FactSheet small = sheet(EXAMPLE).under(smaller);
        assertThat(small.value("mission.armed")).contains(new Value.Bool(true));
        assertThat(small.under(FLIGHT).fact("mission.base"))
                .isEqualTo(new Fact.Absent("not asked when these facts were taken"));
    }

    record Mistake(String text, String problems) {

        @Override
        public String toString() {
            return text.strip();
        }
    }

    static List<Mistake> mistakes() {
        return List.of(new Mistake("mission.armd: true\n", """
                facts.yaml:1:1: unknown fact `mission.armd`
                  mission.armd: true
                  ^
                  help: did you mean `mission.armed`?"""),
                new Mistake("mission.armed: no\n", """
                        facts.yaml:1:16: found `no`, expected true or false
                          mission.armed: no
                                         ^"""),
                new Mistake("mission.armed: True\n", """
                        facts.yaml:1:16: found `True`, expected true or false
                          mission.armed: True
                                         ^"""),
                new Mistake("mission.purpose: OFENSIVE\n", """
                        facts.yaml:1:18: found `OFENSIVE`, expected one of LOGISTICS, SURVEILLANCE, \
                        PROTECT_PERSONNEL_ON_GROUND, OFFENSIVE
                          mission.purpose: OFENSIVE
                                           ^
                          help: did you mean `OFFENSIVE`?"""),
                new Mistake("mission.operatorState: NATO\n",
                        """
                                facts.yaml:1:24: found `NATO`, expected a name of 2 capital letters
                                  mission.operatorState: NATO
                                                         ^
                                  help: ISO 3166 alpha-2, such as US; XN, from the letters ISO leaves to users, stands for NATO"""),
                new Mistake("mission.departure: 2016-03-01\n", """
                        facts.yaml:1:20: found `2016-03-01`, expected an instant such as 2016-03-01T18:00:00Z
                          mission.departure: 2016-03-01
                                             ^
                          help: an instant has date, time and zone; Z is UTC"""),
                new Mistake("file.requestedOn: 2016-02-20T00:00:00Z\n", """
                        facts.yaml:1:19: found `2016-02-20T00:00:00Z`, expected a date such as 2016-02-20
                          file.requestedOn: 2016-02-20T00:00:00Z
                                            ^
                          help: leave out the time of day"""),
                new Mistake("file.requestedOn: 2016-02-30\n", """
                        facts.yaml:1:19: found `2016-02-30`, expected a date such as 2016-02-20
                          file.requestedOn: 2016-02-30
                                            ^"""),
                new Mistake("ledger.sortiesToday: -1\n", """
                        facts.yaml:1:22: found `-1`, expected 0 to 1000
                          ledger.sortiesToday: -1
                                               ^"""),
                new Mistake("ledger.sortiesToday: 99999999999999999999\n", """
                        facts.yaml:1:22: found `99999999999999999999`, expected a whole number
                          ledger.sortiesToday: 99999999999999999999
                                               ^"""),
                new Mistake("host.recognitions: GNA\n", """
                        facts.yaml:1:20: found `GNA`, expected a list of rows of Recognition
                          host.recognitions: GNA
                                             ^"""),
                new Mistake("host.recognitions: [{goverment: GNA, from: 2015-12-23}]\n", """
                        facts.yaml:1:21: a row of Recognition has no `government`
                          host.recognitions: [{goverment: GNA, from: 2015-12-23}]
                                              ^
                          help: add `government:`
                        facts.yaml:1:22: unknown key `goverment` in a row of Recognition
                          host.recognitions: [{goverment: GNA, from: 2015-12-23}]
                                               ^
                          help: did you mean `government`?"""),
                new Mistake("mission.armed: true\nmission.armed: false\n", """
                        facts.yaml:2:1: found the key `mission.armed` a second time
                          mission.armed: false
                          ^
                          help: it stands in line 1 already; keep one of them"""),
                new Mistake("mission.armed: [true]\n", """
                        facts.yaml:1:16: found a list, expected true or false
                          mission.armed: [true]
                                         ^"""),
                new Mistake("mission.armed: {valu: true}\n", """
                        facts.yaml:1:16: a fact has no `value`
                          mission.armed: {valu: true}
                                         ^
                          help: add `value:`
                        facts.yaml:1:17: unknown key `valu` in a fact
                          mission.armed: {valu: true}
                                          ^
                          help: did you mean `value`?"""),
                new Mistake("- mission.armed\n", """
                        facts.yaml:1:1: found a list, expected a mapping
                          - mission.armed
                          ^
                          help: start with a key, such as `terms:`"""),
                new Mistake("", "facts.yaml: found an empty file, expected a mapping"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsAnswered(Mistake mistake) {
        assertThat(problems(FactsFile.read("facts.yaml", mistake.text(), FLIGHT))).isEqualTo(mistake.problems());
    }

    @Test
    void departureIsFoundBeforeTheFileIsChecked() {
        assertThat(FactsFile.departure("f", EXAMPLE)).contains(Instant.parse("2016-03-01T18:00:00Z"));
        assertThat(FactsFile.departure("f", "mission.departure: {value: 2016-03-01T18:00:00Z, origin: note}\n"))
                .contains(Instant.parse("2016-03-01T18:00:00Z"));
        assertThat(FactsFile.departure("f", "mission.departure: soon\n")).isEqualTo(Optional.empty());
        assertThat(FactsFile.departure("f", "mission.armed: true\n")).isEqualTo(Optional.empty());
        assertThat(FactsFile.departure("f", "[")).isEqualTo(Optional.empty());
    }

    private static String problems(Reading<FactSheet> reading) {
        return switch (reading) {
            case Reading.Sound<FactSheet> sound -> "";
            case Reading.Faulty<FactSheet>(List<Problem> problems) ->
                problems.stream().map(Problem::inFull).collect(Collectors.joining("\n"));
        };
    }
}
