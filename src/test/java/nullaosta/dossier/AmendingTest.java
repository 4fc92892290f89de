package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.Life;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Entry.AmendmentClass;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each amendment restarts what its class says and nothing else. The host of these tests lets a departure move by 120 minutes. */
class AmendingTest {

    private static final Duration TOLERANCE = Duration.ofMinutes(120);

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private static Mission departing(Mission mission, String at) {
        return Missions.with(mission, Map.of("departure", "2016-03-01T" + at + "Z"));
    }

    private Dossier amended(Instant at, Dossier dossier, Mission mission) {
        return ministry.done("us.embassy", at, dossier, new Command.AmendMission(mission, "crew rest"));
    }

    private static AmendmentClass called(Dossier dossier) {
        return dossier.history().reversed().stream().map(written -> written.entry())
                .filter(Entry.MissionAmended.class::isInstance).map(Entry.MissionAmended.class::cast).findFirst()
                .orElseThrow().amendment();
    }

    private static List<String> kinds(Dossier dossier) {
        return dossier.history().stream().map(written -> EntryFormat.kindOf(written.entry())).toList();
    }

    private static Life life(Dossier dossier) {
        return dossier.clearance().orElseThrow().life();
    }

    @ParameterizedTest
    @CsvSource({"operator, Another squadron, ADMINISTRATIVE",
            "protectedParty, a party named in annex B, ADMINISTRATIVE", "base, PANTELLERIA, MATERIAL",
            "area, MEDITERRANEAN, MATERIAL", "purpose, LOGISTICS, MATERIAL",
            "departure, 2016-03-01T18:00:01Z, WITHIN_TOLERANCE", "departure, 2016-03-01T20:00:00Z, WITHIN_TOLERANCE",
            "departure, 2016-03-01T17:30:00Z, WITHIN_TOLERANCE", "departure, 2016-03-01T20:00:01Z, MATERIAL"})
    void anAmendmentIsOfTheClassThatWhatItTouchesHas(String field, String value, AmendmentClass expected) {
        Mission mission = Missions.armed();
        Mission after = Missions.with(mission, Map.of(field, value));
        assertThat(Amending.amendmentClass(mission, after, mission, TOLERANCE)).isEqualTo(expected);
        assertThat(Amending.amendmentClass(mission, after, mission, Duration.ZERO))
                .as("a host that tolerates nothing")
                .isEqualTo(expected == AmendmentClass.WITHIN_TOLERANCE ? AmendmentClass.MATERIAL : expected);
    }

    @ParameterizedTest
    @CsvSource({"2016-03-01T18:00:00Z, 2016-03-01T19:00:00Z, WITHIN_TOLERANCE",
            "2016-03-01T18:00:00Z, 2016-03-01T20:01:00Z, MATERIAL", "'', 2016-03-01T18:00:00Z, MATERIAL",
            "2016-03-01T18:00:00Z, '', MATERIAL"})
    void timesOfLegsMoveWithIt(String before, String after, AmendmentClass expected) {
        assertThat(Amending.amendmentClass(leaving(before), leaving(after), leaving(before), TOLERANCE))
                .isEqualTo(expected);
    }

    private static Mission leaving(String at) {
        Map<String, String> leg = Map.of("from", "SIGONELLA", "to", "SIGONELLA", "exit", "DODUS", "entry", "DODUS");
        Map<String, String> timed = Map.of("from", "SIGONELLA", "to", "SIGONELLA", "exit", "DODUS", "entry", "DODUS",
                "departs", at);
        return Missions.with(Missions.armed(), Map.of("legs", List.of(at.isEmpty() ? leg : timed)));
    }

    @Test
    void aDepartureWithinToleranceKeepsClearanceChecksAndRelease() {
        Dossier before = ministry.released();
        Dossier after = amended(DEPARTURE.minusSeconds(200), before, departing(before.mission(), "18:40:00"));
        assertThat(called(after)).isEqualTo(AmendmentClass.WITHIN_TOLERANCE);
        assertThat(kinds(after)).as("assessed beside what was decided").endsWith("MissionAmended", "Tried");
        assertThat(after.clearance()).isEqualTo(before.clearance());
        assertThat(after.movement()).isEqualTo(before.movement());
        assertThat(after.receipt()).isEqualTo(before.receipt());
        assertThat(after.mission().departure()).isEqualTo(DEPARTURE.plusSeconds(2_400));
        assertThat(ministry.cases.rows(CaseLists.Filter.ALL)).singleElement()
                .satisfies(row -> assertThat(row.departure()).isEqualTo(after.mission().departure()));

        Dossier flown = ministry.done("sig.leone", DEPARTURE.plusSeconds(900), after,
                new Command.EnterTakeoff(DEPARTURE.plusSeconds(600)));
        assertThat(flown.movement().deviations()).as("the paper's window holds").isEmpty();
    }

    @Test
    void smallStepsDoNotAddUp() {
        Dossier dossier = ministry.cleared();
        dossier = amended(NOON.plusSeconds(3_000), dossier, departing(dossier.mission(), "19:10:00"));
        assertThat(called(dossier)).isEqualTo(AmendmentClass.WITHIN_TOLERANCE);
        dossier = amended(NOON.plusSeconds(3_100), dossier, departing(dossier.mission(), "20:10:00"));
        assertThat(called(dossier)).as("130 minutes from what was decided").isEqualTo(AmendmentClass.MATERIAL);
        assertThat(life(dossier)).isEqualTo(Life.SUSPENDED);
    }

    /** Asked for in time before the departure that was cleared, too late before the one that is wanted now. */
    @Test
    void aClauseThatIsFoundOtherwiseMakesItMaterial() {
        Instant asked = DEPARTURE.minusSeconds(600);
        Dossier dossier = Ministry.done(ministry.file("us.embassy", asked, Missions.surveillance()));
        dossier = ministry.done("desk.rossi", asked, dossier, Ministry.proposal(Verdict.APPROVE));
        dossier = ministry.done("smd.conti", asked, dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).isEqualTo(Phase.CLEARED);

        Mission earlier = departing(dossier.mission(), "17:35:00");
        var amendment = new Command.AmendMission(earlier, "the weather");
        assertThat(ministry.dossiers.preview(ministry.who("us.embassy"), asked, dossier, amendment))
                .isInstanceOfSatisfying(Preview.Assessed.class, preview -> {
                    assertThat(preview.amendment()).contains(AmendmentClass.MATERIAL);
                    assertThat(preview.assessed().outcome()).isEqualTo(Outcome.INELIGIBLE);
                });
        dossier = ministry.done("us.embassy", asked, dossier, amendment);
        assertThat(called(dossier)).isEqualTo(AmendmentClass.MATERIAL);
        assertThat(dossier.assessed().orElseThrow().outcome()).isEqualTo(Outcome.INELIGIBLE);
        assertThat(life(dossier)).isEqualTo(Life.SUSPENDED);
    }

    @Test
    void anOpenCaseIsAssessedAnewButWasAskedForWhenItWas() {
        Dossier before = ministry.prepared(Missions.armed());
        Dossier after = amended(NOON.plusSeconds(1_500), before, departing(before.mission(), "18:30:00"));
        assertThat(called(after)).isEqualTo(AmendmentClass.WITHIN_TOLERANCE);
        assertThat(kinds(after)).endsWith("MissionAmended", "Assessed");
        assertThat(after.receipt()).isEqualTo(before.receipt());
        assertThat(after.draft()).as("prepared on other findings").isEmpty();
        assertThat(after.phase()).isEqualTo(Phase.WITH_THE_DESK);
    }

    @Test
    void aPreviewSaysWhatAnAmendmentRestarts() {
        Dossier dossier = ministry.cleared();
        for (var wanted : Map.of(AmendmentClass.WITHIN_TOLERANCE, departing(dossier.mission(), "18:30:00"),
                AmendmentClass.MATERIAL, departing(dossier.mission(), "20:30:00"), AmendmentClass.ADMINISTRATIVE,
                Missions.with(dossier.mission(), Map.of("operator", "Another squadron"))).entrySet()) {
            var amendment = new Command.AmendMission(wanted.getValue(), "to see");
            assertThat(ministry.dossiers.preview(ministry.who("us.embassy"), NOON.plusSeconds(3_000), dossier,
                    amendment)).isInstanceOfSatisfying(Preview.Assessed.class,
                            preview -> assertThat(preview.amendment()).contains(wanted.getKey()));
        }
    }

    @Test
    void whatIsSuspendedIsNotAmendedWithinTolerance() {
        Dossier dossier = ministry.done("min.ferri", NOON.plusSeconds(3_000), ministry.cleared(),
                new Command.SuspendClearance("ask Parliament first"));
        dossier = amended(NOON.plusSeconds(3_100), dossier, departing(dossier.mission(), "18:30:00"));
        assertThat(called(dossier)).isEqualTo(AmendmentClass.MATERIAL);
        assertThat(dossier.phase()).isEqualTo(Phase.WITH_THE_DESK);
    }

    @Test
    void aDepartureBeforeTheWindowMovesTheWindowAndIsMaterial() {
        Dossier dossier = ministry.filed(Missions.armed());
        Mission wider = Missions.with(dossier.mission(), Map.of("departure", "2016-03-01T17:20:00Z", "window",
                Map.of("from", "2016-03-01T17:00:00Z", "until", "2016-03-02T04:00:00Z")));
        assertThat(called(amended(NOON.plusSeconds(60), dossier, wider))).isEqualTo(AmendmentClass.MATERIAL);
    }
}
