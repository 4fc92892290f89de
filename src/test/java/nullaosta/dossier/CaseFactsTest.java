package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nullaosta.agreement.Agreements;
import nullaosta.decision.Verdict;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mission, the file, the host and the ledger say reaches the clauses of terms that use flight/2. */
class CaseFactsTest {

    private static final String TERMS = """
            terms: corridor/1
            agreement: {id: corridor, title: "A corridor", host: IT, parties: [IT, US], userStates: [US],
              bases: [SIGONELLA], inForce: {from: 2016-01-01}}
            timezone: Europe/Rome
            sources: {A: "A paper"}
            vocabulary: {uses: flight/2}
            params:
              cap: {type: int, value: 2, source: {doc: A, locator: "1"}}
            places:
              CORRIDOR:
                text: "the corridor to the south"
                source: {doc: A, locator: "2"}
                corridor:
                  centreline: [{latitude: 37.4, longitude: 15}, {latitude: 32.4, longitude: 15}]
                  halfWidthMetres: 20000
                altitude: {floorMetres: 3000, ceilingMetres: 8000, datum: MSL}
            clauses:
            """;

    @TempDir
    Path folder;

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        Path agreement = Files.createDirectories(folder.resolve("corridor"));
        StringBuilder text = new StringBuilder(TERMS);
        text.append(
                "  - {id: G, kind: grant, text: g, source: {doc: A, locator: a}, when: mission.base == Base.SIGONELLA,"
                        + " tests: [{given: {mission.base: SIGONELLA}, expect: satisfied}]}\n");
        Map<String, String> required = Map.of("PLACE", "mission.insidePlaces && Place.CORRIDOR in mission.places",
                "NOTICE", "mission.noticeWorkingDays >= 2", "EXERCISE", "!mission.exercise", "STATES",
                "mission.routeStates.all(s, s in file.clearedBy)", "AGE", "file.assuranceAgeDays <= 365", "MONTH",
                "ledger.sortiesThisMonth < params.cap", "ONCE", "ledger.aircraftAtOnce < 1", "WAR",
                "!(mission.operatorState in host.belligerents)", "TYPE", "mission.aircraftType == AircraftType.MQ_9");
        required.forEach((id, condition) -> text.append("  - {id: ").append(id)
                .append(", kind: require, text: r, source: {doc: A, locator: a}, require: \"").append(condition)
                .append("\", tests: [{given: {}, expect: {needs: [").append(needed(condition)).append("]}}]}\n"));
        Files.writeString(agreement.resolve("v1.yaml"), text);
        Agreements agreements = Agreements.read(folder);
        assertThat(agreements.problems()).isEmpty();
        ministry = new Ministry(folder);
    }

    private static String needed(String condition) {
        List<String> facts = List.of("mission.insidePlaces", "mission.places", "mission.noticeWorkingDays",
                "mission.exercise", "mission.routeStates", "file.assuranceAgeDays",
                "ledger.sortiesThisMonth", "ledger.aircraftAtOnce", "mission.operatorState", "host.belligerents",
                "mission.aircraftType");
        return String.join(", ", facts.stream().filter(condition::contains).toList());
    }

    @AfterEach
    void close() throws Exception {
        ministry.close();
    }

    private static Mission mission(Map<String, Object> answers, int days) {
        return Missions.with(Missions.surveillance(), Map.of("answers", answers, "legs", List.of(Map.of("from",
                "SIGONELLA", "to", "SIGONELLA", "overflies", List.of("MT"))))).shifted(Duration.ofDays(days));
    }

    private static String outcome(Dossier dossier) {
        return dossier.assessed().orElseThrow().outcome() + " "
                + String.join(", ", dossier.assessed().orElseThrow().clausesInTheWay().stream().sorted().toList());
    }

    private Dossier complete(Mission mission) throws Exception {
        Dossier dossier = ministry.filed(mission);
        dossier = ministry.done("desk.rossi", Ministry.NOON, dossier, Ministry.statement("file.clearedBy", "FR, MT"));
        return ministry.done("desk.rossi", Ministry.NOON, dossier,
                Ministry.statement("file.assuranceDated", "2015-06-01"));
    }

    @Test
    void eachFactFromItsSource() throws Exception {
        Dossier dossier = ministry.filed(mission(Map.of("exercise", false), 10));
        assertThat(outcome(dossier)).isEqualTo("NEEDS_FACTS AGE, STATES");
        assertThat(outcome(complete(mission(Map.of("exercise", false), 10)))).isEqualTo("ELIGIBLE ");
    }

    @Test
    void anAnswerThatDoesNotFitIsMissingWithThatReason() throws Exception {
        Dossier dossier = complete(mission(Map.of("exercise", "perhaps", "operatorState", "FR"), 10));
        assertThat(outcome(dossier)).isEqualTo("NEEDS_FACTS EXERCISE");
        assertThat(dossier.assessed().orElseThrow().assessment().toString())
                .contains("requester, answered with the mission: found `perhaps`, expected true or false");
    }

    @Test
    void whatNoAnswerCanPretend() throws Exception {
        Dossier late = complete(mission(Map.of("exercise", false, "noticeWorkingDays", 9), 1));
        assertThat(outcome(late)).as("Wednesday evening, asked at noon on Tuesday").isEqualTo("INELIGIBLE NOTICE");
    }

    @Test
    void anAssuranceGrowsOld() throws Exception {
        Dossier dossier = complete(mission(Map.of("exercise", false), 10));
        dossier = ministry.done("desk.rossi", Ministry.NOON, dossier,
                Ministry.statement("file.assuranceDated", "2014-06-01"));
        assertThat(outcome(dossier)).as("two statements that contradict").isEqualTo("NEEDS_FACTS AGE");
        assertThat(dossier.assessed().orElseThrow().assessment().toString())
                .contains("statements 2 and 3 contradict each other; the desk must rule");
        assertThat(outcome(ministry.done("desk.rossi", Ministry.NOON, dossier,
                new Command.RuleOnStatement("file.assuranceDated", 3, "the first paper is a copy"))))
                .isEqualTo("INELIGIBLE AGE");
    }

    /** What the desk states does not silently replace what the file itself says, and the other way round. */
    @Test
    void aStatementAgainstWhatFollowsFromTheFileNeedsARuling() throws Exception {
        Dossier dossier = complete(mission(Map.of("exercise", false), 10));
        dossier = ministry.done("desk.rossi", Ministry.NOON, dossier, Ministry.statement("file.assuranceAgeDays", "3"));
        assertThat(outcome(dossier)).isEqualTo("NEEDS_FACTS AGE");
        assertThat(dossier.assessed().orElseThrow().assessment().toString())
                .contains(
                        "statement 3 says 3, the file itself 284 (from the assurance of 2015-06-01 to 2016-03-11); the"
                                + " desk must rule");
        assertThat(outcome(ministry.done("desk.rossi", Ministry.NOON, dossier,
                new Command.RuleOnStatement("file.assuranceAgeDays", 3, "a newer one was seen"))))
                .isEqualTo("ELIGIBLE ");
    }

    /** The ruling was about 284 days. */
    @Test
    void aRulingCountsAgainstNothingElseThanWhatTheFileSaidThen() throws Exception {
        Dossier dossier = complete(mission(Map.of("exercise", false), 10));
        dossier = ministry.done("desk.rossi", Ministry.NOON, dossier, Ministry.statement("file.assuranceAgeDays", "3"));
        dossier = ministry.done("desk.rossi", Ministry.NOON, dossier,
                new Command.RuleOnStatement("file.assuranceAgeDays", 3, "a newer one was seen"));
        Dossier moved = ministry.done("us.embassy", Ministry.NOON, dossier, new Command.AmendMission(
                dossier.mission().shifted(Duration.ofDays(90)), "later"));
        assertThat(outcome(moved)).isEqualTo("NEEDS_FACTS AGE");
        assertThat(moved.assessed().orElseThrow().assessment().toString()).contains("statement 3 says 3, the file"
                + " itself 374 (from the assurance of 2015-06-01 to 2016-06-09); the desk must rule again");
    }

    /** Sets in any order, numbers with or without a nought before them. */
    @Test
    void twoStatementsOfOneValueDoNotContradict() throws Exception {
        Dossier dossier = complete(mission(Map.of("exercise", false), 10));
        for (Command.MakeStatement same : List.of(Ministry.statement("file.clearedBy", "MT,FR"),
                Ministry.statement("file.assuranceAgeDays", "0284"))) {
            dossier = ministry.done("desk.rossi", Ministry.NOON, dossier, same);
        }
        assertThat(outcome(dossier)).isEqualTo("ELIGIBLE ");
        assertThat(dossier.file().statements()).extracting(it -> it.value())
                .containsExactly("FR, MT", "2015-06-01", "FR, MT", "284");
    }

    @Test
    void aStatementThatSaysTheSameIsNoContradiction() throws Exception {
        Dossier dossier = complete(mission(Map.of("exercise", false), 10));
        assertThat(outcome(ministry.done("desk.rossi", Ministry.NOON, dossier,
                Ministry.statement("file.assuranceAgeDays", "284")))).isEqualTo("ELIGIBLE ");
    }

    @Test
    void aMonthAndTheAirHoldSoMany() throws Exception {
        clear(complete(mission(Map.of("exercise", false), 10)));
        Dossier sameHours = complete(mission(Map.of("exercise", false), 10));
        assertThat(outcome(sameHours)).isEqualTo("INELIGIBLE ONCE");
        clear(complete(mission(Map.of("exercise", false), 20)));
        assertThat(outcome(complete(mission(Map.of("exercise", false), 27)))).isEqualTo("INELIGIBLE MONTH");
        assertThat(outcome(complete(mission(Map.of("exercise", false), 34)))).as("April").isEqualTo("ELIGIBLE ");
    }

    private void clear(Dossier dossier) throws Exception {
        Instant at = Ministry.NOON.plusSeconds(60);
        Dossier prepared = ministry.done("desk.rossi", at, dossier, Ministry.proposal(Verdict.APPROVE));
        assertThat(ministry.done("smd.conti", at, prepared, Ministry.signature(Verdict.APPROVE)).phase())
                .isEqualTo(Phase.CLEARED);
    }
}
