package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.apron;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.flight.PositionLine;
import nullaosta.flight.Remark;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clearance for a formation, or with spares: what is checked, what a release covers, what is watched. */
class SeveralAircraftTest {

    private static final String LEADER = "AF 09-4066";
    private static final String WING = "AF 09-4068";
    private static final String SPARE = "AF 09-4067";
    private static final Map<String, Object> SPARES = Map.of("spares",
            List.of(Map.of("tail", SPARE, "address", "ae1235", "callSign", "DRAGO15")));
    private static final Map<String, Object> FORMATION = Map.of("formation",
            List.of(Map.of("tail", WING, "address", "ae1236", "callSign", "DRAGO12")));

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    private static Mission withSpare() {
        return Missions.with(Missions.armed(), SPARES);
    }

    private static Mission pair() {
        return Missions.with(withSpare(), FORMATION);
    }

    private Dossier checked(Dossier dossier, String tail, int minutesBefore) {
        Aircraft stands = dossier.mission().cleared(tail).orElseThrow();
        return ministry.done("sig.leone", DEPARTURE.minusSeconds(60L * minutesBefore), dossier,
                new Command.CheckTakeoff(apron(dossier.mission(), stands)));
    }

    private Answer release(Dossier dossier) {
        return ministry.ask("sig.leone", DEPARTURE.minusSeconds(30), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""));
    }

    private Dossier released(Dossier dossier) {
        return ministry.done("sig.leone", DEPARTURE.minusSeconds(30), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""));
    }

    private Dossier tookOff(Dossier dossier, String... tails) {
        return ministry.done("sig.leone", DEPARTURE.plusSeconds(60), dossier,
                new Command.EnterTakeoff(DEPARTURE, List.of(tails)));
    }

    private static String refused(Answer answer) {
        return ((Answer.Refused) answer).refusal().found();
    }

    private static List<String> remarks(Dossier dossier) {
        return dossier.movement().lastCheck().orElseThrow().check().remarks().stream().map(Remark::words).toList();
    }

    private static List<Deviation.Kind> deviations(Dossier dossier) {
        return dossier.movement().deviations().stream().map(Deviation::kind).toList();
    }

    @Test
    void aSpareIsGreenAndItIsSaidThatOneStandsThere() {
        Dossier dossier = checked(ministry.cleared(withSpare()), SPARE, 10);
        assertThat(dossier.movement().lastCheck().orElseThrow().check().light()).isEqualTo(Light.GREEN);
        assertThat(remarks(dossier)).containsExactly("AF 09-4067 is a spare, in place of AF 09-4066");
    }

    /** The marks of one are not those of the other. */
    @Test
    void aSpareIsComparedWithItsOwnMarks() {
        Dossier dossier = ministry.cleared(withSpare());
        Aircraft mixed = new Aircraft("MQ-9", SPARE, Optional.of("ae1234"), "DRAGO11", dossier.mission().armed());
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(apron(dossier.mission(), mixed)));
        assertThat(remarks(dossier)).containsExactly("24-bit address ae1234 stands here; cleared is ae1235",
                "call sign DRAGO11 stands here; cleared is DRAGO15", "AF 09-4067 is a spare, in place of AF 09-4066");
    }

    @Test
    void whatIsNoneOfThemIsRed() {
        Dossier dossier = ministry.cleared(withSpare());
        Aircraft other = new Aircraft("MQ-9", "AF 10-1", Optional.empty(), "DRAGO11", dossier.mission().armed());
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(apron(dossier.mission(), other)));
        assertThat(remarks(dossier)).containsExactly("tail AF 10-1 stands here; cleared is AF 09-4066, AF 09-4067");
    }

    @Test
    void theWatchHearsTheSpareThatFlew() {
        Dossier dossier = tookOff(released(checked(ministry.cleared(withSpare()), SPARE, 10)));
        assertThat(dossier.movement().flew()).containsExactly(SPARE);
        assertThat(deviations(dossier)).isEmpty();
        WatchFloor floor = new WatchFloor(ministry.dossiers, ministry.cases,
                WatchFloor.automatic(ministry.host.state()));
        floor.tick(DEPARTURE.plusSeconds(61));
        assertThat(floor.receive(report("DRAGO15"), DEPARTURE.plusSeconds(70))).contains(dossier.number());
        assertThat(floor.receive(report("ae1235"), DEPARTURE.plusSeconds(71))).contains(dossier.number());
        assertThat(floor.receive(report("DRAGO11"), DEPARTURE.plusSeconds(72))).as("it stayed on the ground").isEmpty();
    }

    private static PositionLine report(String name) {
        return ((PositionLine.Result.Read) PositionLine.read("""
                {"flight": "%s", "at": "%s", "latitude": 37.4, "longitude": 14.92, "accuracyMetres": 30,
                 "altitudeMetres": 1000, "datum": "MSL", "altitudeAccuracyMetres": 45}"""
                .formatted(name, DEPARTURE.plusSeconds(65)))).line();
    }

    @Test
    void theOneThatWasNotCheckedTookOffWithoutARelease() {
        Dossier dossier = tookOff(released(checked(ministry.cleared(withSpare()), SPARE, 10)), LEADER);
        assertThat(dossier.movement().flew()).containsExactly(LEADER);
        assertThat(deviations(dossier)).containsExactly(Deviation.Kind.TOOK_OFF_UNCLEARED);
    }

    @Test
    void aSecondAircraftOnTheSameClearanceIsADeviationAndLaterOnesAreRed() {
        Dossier dossier = ministry.cleared(withSpare());
        dossier = checked(checked(dossier, SPARE, 12), LEADER, 10);
        dossier = tookOff(released(dossier), LEADER, SPARE);
        assertThat(deviations(dossier)).containsExactly(Deviation.Kind.TOOK_OFF_UNCLEARED);
        Dossier other = tookOff(released(checked(ministry.cleared(Missions.with(withSpare(), Map.of("aircraft",
                Map.of("type", "MQ-9", "tail", "AF 12-1", "callSign", "DRAGO21", "crewed", "no")))), SPARE, 10)));
        other = ministry.done("sig.leone", DEPARTURE.plusSeconds(90), other,
                new Command.CheckTakeoff(apron(other.mission())));
        assertThat(remarks(other)).containsExactly("a take-off on this clearance was already entered");
    }

    @Test
    void aTakeOffThatNobodyCheckedMustBeNamed() {
        Dossier dossier = ministry.cleared(withSpare());
        assertThat(refused(ministry.ask("sig.leone", DEPARTURE.plusSeconds(60), dossier,
                new Command.EnterTakeoff(DEPARTURE)))).isEqualTo("nothing of which aircraft took off");
    }

    @Test
    void aReleaseOfAFormationWaitsForAll() {
        Dossier dossier = ministry.cleared(pair());
        assertThat(refused(release(dossier))).isEqualTo("no green or amber check that still stands of AF 09-4066, "
                + "AF 09-4068, nor of a spare in their place");
        dossier = checked(dossier, LEADER, 12);
        assertThat(remarks(dossier)).containsExactly("AF 09-4066 is one of 2 that fly; each is checked by itself");
        assertThat(refused(release(dossier))).isEqualTo("no green or amber check that still stands of AF 09-4068, "
                + "nor of a spare in their place");
        dossier = tookOff(released(checked(dossier, WING, 10)));
        assertThat(dossier.movement().flew()).containsExactly(LEADER, WING);
        assertThat(deviations(dossier)).isEmpty();
    }

    @Test
    void aSpareTakesAPlaceInTheFormation() {
        Dossier dossier = checked(checked(ministry.cleared(pair()), SPARE, 12), WING, 10);
        dossier = tookOff(released(dossier));
        assertThat(dossier.movement().flew()).containsExactly(WING, SPARE);
        assertThat(dossier.flying()).extracting(Aircraft::callSign).containsExactly("DRAGO12", "DRAGO15");
    }

    @Test
    void checksLapseOneByOne() {
        Dossier dossier = checked(checked(ministry.cleared(pair()), LEADER, 40), WING, 10);
        assertThat(refused(release(dossier))).isEqualTo("no green or amber check that still stands of AF 09-4066, "
                + "nor of a spare in their place");
    }

    @Test
    void anotherSpareIsAMaterialAmendment() {
        Dossier dossier = ministry.cleared(Missions.armed());
        dossier = ministry.done("us.embassy", DEPARTURE.minusSeconds(3_600), dossier,
                new Command.AmendMission(withSpare(), "a spare"));
        assertThat(dossier.clearance().orElseThrow().life()).isEqualTo(Life.SUSPENDED);
    }

    private Outcome outcome(Mission mission) {
        return ministry.filed(mission).assessed().orElseThrow().outcome();
    }

    private static Mission pairAtPantelleria() {
        return Missions.with(Missions.pantelleria("N351DY"),
                Map.of("formation", List.of(Map.of("tail", "N352DY"))));
    }

    /** Under one sortie a day a pair is one too many before anything else has flown. */
    @Test
    void aPairIsTwoSorties() {
        assertThat(outcome(Missions.pantelleria("N351DY"))).isEqualTo(Outcome.ELIGIBLE);
        assertThat(outcome(pairAtPantelleria())).isEqualTo(Outcome.INELIGIBLE);
    }

    /** Three a day: after a pair one is left, and no room for another pair. */
    @Test
    void aCaseCountsAllItsAircraftAgainstTheNext(@TempDir Path folder) throws Exception {
        Path agreement = Files.createDirectories(folder.resolve("it-us-pantelleria"));
        Files.writeString(agreement.resolve("v1.yaml"), Files
                .readString(Path.of("agreements/it-us-pantelleria/v1.yaml"))
                .replace("ledger.sortiesToday < params.sortiesPerDay", "ledger.sortiesToday < params.sortiesPerDay + 2")
                .replace("{given: {ledger.sortiesToday: 1}, expect: breached}",
                        "{given: {ledger.sortiesToday: 3}, expect: breached}")
                .replace("sortiesToday >= params.sortiesPerDay", "sortiesToday >= params.sortiesPerDay + 2"));
        ministry.close();
        ministry = new Ministry(folder);
        assertThat(outcome(pairAtPantelleria())).isEqualTo(Outcome.ELIGIBLE);
        Dossier pair = ministry.done("desk.rossi", NOON, ministry.filed(pairAtPantelleria()),
                Ministry.proposal(Verdict.APPROVE));
        pair = ministry.done("smd.conti", NOON.plusSeconds(60), pair, Ministry.signature(Verdict.APPROVE));
        assertThat(pair.clearance()).isPresent();
        assertThat(outcome(Missions.pantelleria("N353DY"))).isEqualTo(Outcome.ELIGIBLE);
        assertThat(outcome(pairAtPantelleria())).isEqualTo(Outcome.INELIGIBLE);
    }
}
