package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.apron;
import static nullaosta.dossier.Ministry.refused;
import static nullaosta.dossier.Ministry.signature;
import static nullaosta.dossier.Ministry.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.flight.Apron;
import nullaosta.flight.Deviation;
import nullaosta.flight.Remark;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of one case from filing to landing, on a real database, with its register verified after each test. */
class WayOfAFlightTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private static List<String> kinds(Dossier dossier) {
        return dossier.history().stream().map(written -> EntryFormat.kindOf(written.entry())).toList();
    }

    private static Outcome outcome(Dossier dossier) {
        return dossier.assessed().orElseThrow().outcome();
    }

    private static Life life(Dossier dossier) {
        return dossier.clearance().orElseThrow().life();
    }

    private Row row(Dossier dossier) {
        return ministry.cases.rows(CaseLists.Filter.ALL).stream().filter(r -> r.id().equals(dossier.id())).findFirst()
                .orElseThrow();
    }

    private Dossier land(Dossier dossier, Instant at) {
        return ministry.done("sig.leone", at, dossier,
                new Command.EnterLanding(at, "SIGONELLA", Entry.Landing.PLANNED, ""));
    }

    @Test
    void anArmedFlightFromTheFilingToTheLanding() {
        Dossier dossier = ministry.filed(Missions.armed());
        assertThat(dossier.number()).isEqualTo("IT-2016-0001");
        assertThat(outcome(dossier)).isEqualTo(Outcome.NEEDS_FACTS);
        assertThat(row(dossier).waitsFor()).isEqualTo("Clearance desk: get the missing facts");

        dossier = ministry.done("desk.rossi", NOON.plusSeconds(600), dossier,
                statement("file.personnelOnGround", "true"));
        assertThat(outcome(dossier)).isEqualTo(Outcome.REFER);
        assertThat(dossier.assessed().orElseThrow().agreement()).contains("it-us-sigonella/1");
        assertThat(row(dossier).waitsFor()).isEqualTo("Clearance desk: prepare the decision");

        dossier = ministry.done("desk.rossi", NOON.plusSeconds(1_200), dossier,
                Ministry.proposal(Verdict.APPROVE));
        assertThat(row(dossier).waitsFor()).isEqualTo("Deciding authority: decide");
        dossier = ministry.done("min.ferri", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        assertThat(row(dossier).waitsFor()).isEqualTo("Deciding authority: second signature");
        dossier = ministry.done("pcm.valle", NOON.plusSeconds(2_400), dossier, signature(Verdict.APPROVE));
        var held = dossier.clearance().orElseThrow();
        assertThat(held.clearance().number()).isEqualTo("IT-2016-0001/1");
        assertThat(held.clearance().decidedBy()).containsExactly("On. G. Ferri, for the government",
                "Cons. E. Valle, for the government");
        assertThat(held.clearance().conditions()).containsExactly("radio contact with Brindisi");
        assertThat(row(dossier).waitsFor()).isEqualTo("Base: check at take-off");

        ministry.integrate();
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(row(dossier).light()).contains("GREEN");
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(300), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""));
        dossier = ministry.done("sig.leone", DEPARTURE.plusSeconds(60), dossier, new Command.EnterTakeoff(DEPARTURE));
        assertThat(row(dossier).waitsFor()).isEqualTo("Watch floor: watch the flight");
        dossier = land(dossier, DEPARTURE.plusSeconds(9_000));
        assertThat(row(dossier).waitsFor()).isEqualTo("nothing: flown");
        assertThat(row(dossier).landedAt()).contains(DEPARTURE.plusSeconds(9_000));

        assertThat(kinds(dossier)).containsExactly("MissionFiled", "Assessed", "StatementMade", "Assessed",
                "DecisionPrepared", "DecisionSigned", "DecisionSigned", "Decided", "ClearanceIssued", "TakeoffChecked",
                "CommanderCalled", "TakenOff", "Landed");
        assertThat(dossier.movement().deviations()).isEmpty();
        assertThat(ministry.dossiers.find("IT-2016-0001")).contains(dossier);
        assertThat(ministry.dossiers.find("IT-2016-0001/1")).contains(dossier);
    }

    // Amended, suspended, resumed, revoked

    @Test
    void aMaterialAmendmentSuspendsTheClearanceUntilItIsDecidedAnew() {
        Dossier dossier = ministry.released();
        Mission later = dossier.mission().shifted(Duration.ofHours(1));
        dossier = ministry.done("us.embassy", DEPARTURE.minusSeconds(200), dossier,
                new Command.AmendMission(later, "crew rest"));
        assertThat(life(dossier)).isEqualTo(Life.SUSPENDED);
        assertThat(dossier.phase()).isEqualTo(Phase.WITH_THE_DESK);
        assertThat(dossier.movement()).as("checked and released was another mission").isEqualTo(Movement.NONE);
        assertThat(dossier.file().statements()).as("the file stays").hasSize(1);
        assertThat(refused(ministry.ask("min.ferri", DEPARTURE, dossier, new Command.ResumeClearance("it is late")))
                .inWords())
                .isEqualTo("The amended mission is with the desk; expected a decision on the mission as it "
                        + "stands. Look at the case's next step.");

        dossier = ministry.done("desk.greco", DEPARTURE, dossier, Ministry.proposal(Verdict.APPROVE));
        dossier = ministry.done("min.ferri", DEPARTURE, dossier, signature(Verdict.APPROVE));
        dossier = ministry.done("pcm.valle", DEPARTURE, dossier, signature(Verdict.APPROVE));
        assertThat(dossier.clearance().orElseThrow().clearance().number()).isEqualTo("IT-2016-0001/2");
        assertThat(dossier.clearance().orElseThrow().clearance().mission()).isEqualTo(later);
        assertThat(kinds(dossier)).endsWith("Decided", "ClearanceReplaced", "ClearanceIssued");
        assertThat(life(dossier)).isEqualTo(Life.VALID);
    }

    @Test
    void anAdministrativeAmendmentLeavesTheClearanceAsItIs() {
        Dossier before = ministry.released();
        Dossier after = ministry.done("us.embassy", DEPARTURE, before, new Command.AmendMission(
                Missions.with(before.mission(), Map.of("operator", "Another squadron")), "a name"));
        assertThat(after.clearance()).isEqualTo(before.clearance());
        assertThat(after.movement()).isEqualTo(before.movement());
        assertThat(row(after).operator()).isEqualTo("Another squadron");
    }

    @Test
    void aRefusedMissionMayBeAmendedAndDecidedAgain() {
        Dossier dossier = ministry.filed(Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")));
        dossier = ministry.done("desk.rossi", NOON, dossier, Ministry.proposal(Verdict.REFUSE));
        dossier = ministry.done("min.ferri", NOON, dossier, signature(Verdict.REFUSE));
        assertThat(dossier.decided().orElseThrow().clauses()).containsExactly("ART-3.1", "ART-5.1");
        assertThat(row(dossier).refusalClauses()).isEqualTo("ART-3.1,ART-5.1");
        assertThat(row(dossier).waitsFor()).isEqualTo("nothing: refused");

        dossier = ministry.done("us.embassy", NOON, dossier,
                new Command.AmendMission(Missions.surveillance(), "without weapons, for surveillance"));
        assertThat(outcome(dossier)).isEqualTo(Outcome.ELIGIBLE);
        assertThat(dossier.decided()).isEmpty();
        assertThat(row(dossier).refusalClauses()).isEmpty();
    }

    @Test
    void aSuspendedClearanceHoldsTheAircraftUntilItIsResumedAndCheckedAgain() {
        Dossier dossier = ministry.released();
        Instant at = DEPARTURE.minusSeconds(240);
        dossier = ministry.done("pcm.valle", at, dossier, new Command.SuspendClearance("ask Parliament first"));
        assertThat(row(dossier).waitsFor()).isEqualTo("nothing: clearance suspended");
        assertThat(refused(ministry.ask("sig.leone", at, dossier, new Command.CallTakeoff(Entry.Call.RELEASE, "")))
                .inWords()).as("a light that was green before the suspension releases nothing")
                .isEqualTo("Clearance IT-2016-0001/1 is suspended; expected a clearance that is valid. Keep the "
                        + "aircraft on the ground.");
        dossier = ministry.done("sig.leone", at, dossier, new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(row(dossier).light()).contains("RED");

        dossier = ministry.done("pcm.valle", at, dossier, new Command.ResumeClearance("Parliament was informed"));
        assertThat(dossier.clearance().orElseThrow().withdrawnFrom()).isEmpty();
        dossier = ministry.done("sig.leone", at, dossier, new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(row(dossier).light()).contains("GREEN");
    }

    @Test
    void aRevocationInTheAirCallsTheFlightBack() {
        Dossier dossier = ministry.airborne();
        Instant at = DEPARTURE.plusSeconds(1_800);
        dossier = ministry.done("min.ferri", at, dossier,
                new Command.RevokeClearance("the party has left the area", Optional.empty()));
        assertThat(dossier.clearance().orElseThrow().withdrawnFrom()).contains(at);
        assertThat(row(dossier).waitsFor()).isEqualTo("Watch floor: recover the flight");
        assertThat(land(dossier, at.plusSeconds(1_800)).movement().landed()).isPresent();
    }

    @Test
    void aRevocationAfterASuspensionWithdrawsFromTheSuspensionOn() {
        Dossier dossier = ministry.airborne();
        Instant suspended = DEPARTURE.plusSeconds(600);
        dossier = ministry.done("min.ferri", suspended, dossier, new Command.SuspendClearance("unclear reports"));
        dossier = ministry.done("min.ferri", suspended.plusSeconds(600), dossier,
                new Command.RevokeClearance("the reports are true", Optional.empty()));
        assertThat(dossier.clearance().orElseThrow().withdrawnFrom()).contains(suspended);
        assertThat(life(dossier)).isEqualTo(Life.REVOKED);
    }

    @Test
    void aRevokedClearanceIsNotResumed() {
        Dossier dossier = ministry.done("min.ferri", DEPARTURE.minusSeconds(3_600), ministry.cleared(),
                new Command.RevokeClearance("no longer wanted", Optional.empty()));
        assertThat(refused(ministry.ask("min.ferri", DEPARTURE, dossier, new Command.ResumeClearance("after all")))
                .inWords())
                .isEqualTo("Clearance IT-2016-0001/1 is revoked; expected a clearance that is suspended. Look at "
                        + "the case's history.");
    }

    // On the apron

    @Test
    void theBaseCommanderHasTheLastWord() {
        Dossier dossier = ministry.released();
        Instant at = DEPARTURE.minusSeconds(100);
        dossier = ministry.done("sig.leone", at, dossier, new Command.CallTakeoff(Entry.Call.STOP, "fuel leak"));
        dossier = ministry.done("sig.leone", at, dossier, new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().remarks())
                .containsExactly(new Remark(Remark.Reason.STOPPED, "the base commander stopped this flight"));
        Dossier stopped = ministry.done("sig.leone", DEPARTURE, dossier, new Command.EnterTakeoff(DEPARTURE));
        assertThat(deviations(stopped)).containsExactly("TOOK_OFF_UNCLEARED: took off without a green light");
    }

    @Test
    void aStopIsLiftedByTheCommanderAlone() {
        Dossier dossier = ministry.released();
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(200), dossier,
                new Command.CallTakeoff(Entry.Call.STOP, "fuel leak"));
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(100), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, "mended"));
        dossier = ministry.done("sig.leone", DEPARTURE, dossier, new Command.EnterTakeoff(DEPARTURE));
        assertThat(deviations(dossier)).isEmpty();
    }

    /** The check stands for 30 minutes; it was made 10 minutes before departure, the release 5 minutes before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            took off within the check's life, entered at once | PT0S    | PT1M  | true
            at the last moment of the check's life            | PT20M   | PT21M | true
            after the check had lapsed                        | PT20M1S | PT21M | false
            within its life, entered after it had lapsed      | PT0S    | PT2H  | true
            before the release, entered after it              | PT-6M   | PT1M  | false
            before the check, entered after it                | PT-11M  | PT1M  | false
            """)
    void aTakeoffIsGreenByWhatStoodAtItsOwnInstant(String story, Duration off, Duration entered, boolean green) {
        Dossier dossier = ministry.done("sig.leone", DEPARTURE.plus(entered), ministry.released(),
                new Command.EnterTakeoff(DEPARTURE.plus(off)));
        assertThat(deviations(dossier).isEmpty()).as(story).isEqualTo(green);
    }

    @Test
    void aRevocationThatReachesBackMakesTheTakeoffUncleared() {
        Dossier dossier = ministry.released();
        dossier = ministry.done("min.ferri", DEPARTURE.plusSeconds(30), dossier,
                new Command.RevokeClearance("told by telephone before take-off",
                        Optional.of(DEPARTURE.minusSeconds(10))));
        dossier = ministry.done("sig.leone", DEPARTURE.plusSeconds(60), dossier, new Command.EnterTakeoff(DEPARTURE));
        assertThat(deviations(dossier)).containsExactly("TOOK_OFF_UNCLEARED: took off without a green light");
    }

    @Test
    void aCheckThatHasLapsedReleasesNothing() {
        Dossier dossier = ministry.cleared();
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(refused(ministry.ask("sig.leone", DEPARTURE.plusSeconds(1_201), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""))).code()).isEqualTo(Refusal.Code.NOT_CHECKED);
        assertThat(ministry.done("sig.leone", DEPARTURE.plusSeconds(1_200), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, "")).movement().call()).contains(Entry.Call.RELEASE);
    }

    // In the air and down

    private static List<String> deviations(Dossier dossier) {
        return dossier.movement().deviations().stream().map(d -> d.kind() + ": " + d.words()).toList();
    }

    @Test
    void aDeviationIsEnteredOnceAcknowledgedAndClosedByTheLanding() {
        Dossier dossier = ministry.airborne();
        Instant at = DEPARTURE.plusSeconds(600);
        var left = new Deviation("IT-2016-0001/1/LEFT_VOLUME/" + at, Deviation.Kind.LEFT_VOLUME, at,
                "2.4 km outside the cleared volume", Optional.empty());
        dossier = ministry.done("watch.sala", at, dossier, new Command.ReportDeviation(left));
        int version = dossier.version();
        dossier = ministry.done("watch.sala", at, dossier, new Command.ReportDeviation(left));
        assertThat(dossier.version()).as("reported again").isEqualTo(version);
        dossier = ministry.done("watch.sala", at, dossier,
                new Command.AcknowledgeDeviation(left.id(), "called the crew"));
        assertThat(dossier.movement().acknowledged()).containsExactly(left.id());
        assertThat(row(dossier).openDeviations()).isEqualTo(1);

        Instant down = at.plusSeconds(3_600);
        dossier = land(dossier, down);
        assertThat(kinds(dossier)).endsWith("Landed", "DeviationClosed");
        assertThat(dossier.movement().deviations()).containsExactly(left.closed(down));
        assertThat(row(dossier).openDeviations()).isZero();
    }

    @Test
    void aDeviationClosedKeepsItsPlaceAmongTheOthers() {
        Deviation first = new Deviation("a", Deviation.Kind.SILENT, NOON, "no report", Optional.empty());
        Deviation second = new Deviation("b", Deviation.Kind.LEFT_VOLUME, NOON, "1 km outside", Optional.empty());
        assertThat(Movement.NONE.deviated(first).deviated(second).deviated(first.closed(DEPARTURE)).deviations())
                .containsExactly(first.closed(DEPARTURE), second);
    }

    @Test
    void anEmergencyLandingOfAFlightInTheAir() {
        Dossier dossier = ministry.airborne();
        Instant at = DEPARTURE.plusSeconds(3_000);
        dossier = ministry.done("sig.leone", at, dossier, new Command.EnterLanding(at, "LICT",
                Entry.Landing.EMERGENCY, "engine failure"));
        assertThat(row(dossier).emergency()).isTrue();
    }

    /** A refuge needs no clearance and gives none; the base enters it on the case that was refused. */
    @Test
    void anEmergencyLandingOfAFlightThatWasRefused() {
        Dossier dossier = ministry.done(ministry.file("desk.greco", DEPARTURE.plusSeconds(60), Missions.armed()));
        assertThat(outcome(dossier)).isEqualTo(Outcome.INELIGIBLE);
        dossier = ministry.done("desk.greco", DEPARTURE.plusSeconds(60), dossier, Ministry.proposal(Verdict.REFUSE));
        dossier = ministry.done("min.ferri", DEPARTURE.plusSeconds(60), dossier, signature(Verdict.REFUSE));
        assertThat(dossier.decided().orElseThrow().clauses()).containsExactly("ART-7.1");
        Instant at = DEPARTURE.plusSeconds(4_000);
        dossier = ministry.done("sig.leone", at, dossier, new Command.EnterLanding(at, "SIGONELLA",
                Entry.Landing.EMERGENCY, "short of fuel"));
        assertThat(dossier.clearance()).isEmpty();
        assertThat(row(dossier).emergency()).isTrue();
        assertThat(dossier.movement().airborne()).isFalse();
    }

    /** The landing was that of the way here; the cleared flight is still to come, and is watched when it comes. */
    @Test
    void anEmergencyLandingBeforeTheTakeoffDoesNotEndTheFlight() {
        Dossier dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(900), ministry.cleared(),
                new Command.EnterLanding(DEPARTURE.minusSeconds(900), "SIGONELLA", Entry.Landing.EMERGENCY, "smoke"));
        dossier = ministry.done("sig.leone", DEPARTURE, dossier, new Command.EnterTakeoff(DEPARTURE));
        assertThat(dossier.movement().airborne()).isTrue();
        assertThat(ministry.cases.airborne()).containsExactly(dossier.id());
        assertThat(row(dossier).waitsFor()).isEqualTo("Watch floor: watch the flight");
    }

    // Received before take-off

    @Test
    void aRequestAfterTakeoffIsRefusedAndItsReceiptCorrectedOnlyByANewEntry() {
        Dossier late = ministry.done(ministry.file("desk.rossi", DEPARTURE, Missions.armed()));
        assertThat(late.assessed().orElseThrow().clausesInTheWay()).containsExactly("ART-7.1");
        Receipt earlier = new Receipt(NOON, "note verbale 112/2016, stamped at the porter's desk");
        Dossier corrected = ministry.done("desk.rossi", DEPARTURE.plusSeconds(60), late,
                new Command.CorrectReceipt(earlier, "the note lay in the wrong tray"));
        assertThat(outcome(corrected)).isEqualTo(Outcome.NEEDS_FACTS);
        assertThat(corrected.receipt()).isEqualTo(earlier);
        assertThat(corrected.history().subList(0, late.version())).as("what was entered first stays")
                .isEqualTo(late.history());
        assertThat(kinds(corrected)).containsExactly("MissionFiled", "Assessed", "ReceiptCorrected", "Assessed");
        assertThat(row(corrected).receivedAt()).isEqualTo(NOON);
    }

    /** An innocent request in time does not stand for another that comes when the aircraft is in the air. */
    @Test
    void aMaterialAmendmentIsReceivedAsItIsEntered() {
        Dossier dossier = ministry.filed(Missions.surveillance());
        Mission other = Missions.with(Missions.surveillance(), Map.of("area", "MEDITERRANEAN"));
        Dossier late = ministry.done("us.embassy", DEPARTURE.plusSeconds(60), dossier,
                new Command.AmendMission(other, "another area"));
        assertThat(late.assessed().orElseThrow().clausesInTheWay()).containsExactly("ART-7.1");
        Dossier delayed = ministry.done("us.embassy", DEPARTURE.plusSeconds(120), late,
                new Command.AmendMission(other.shifted(Duration.ofHours(1)), "it has not departed yet"));
        assertThat(outcome(delayed)).isEqualTo(Outcome.ELIGIBLE);
        assertThat(delayed.receipt()).isEqualTo(new Receipt(DEPARTURE.plusSeconds(120), "as amended"));
    }

    @Test
    void whatARequesterFilesIsReceivedAsTheyFileIt() {
        Dossier dossier = Ministry.done(ministry.dossiers.file(ministry.who("us.embassy"), DEPARTURE.plusSeconds(60),
                new Command.FileMission(Missions.armed(), new Receipt(NOON, "we called at noon"), Optional.empty())));
        assertThat(dossier.receipt()).isEqualTo(new Receipt(DEPARTURE.plusSeconds(60), "filed by the requester"));
        assertThat(outcome(dossier)).isEqualTo(Outcome.INELIGIBLE);
    }

    // The file

    @Test
    void statementsThatContradictEachOtherWaitForARuling() {
        Dossier dossier = ministry.filed(Missions.armed());
        dossier = ministry.done("desk.rossi", NOON, dossier, statement("file.personnelOnGround", "true"));
        dossier = ministry.done("desk.rossi", NOON, dossier, statement("file.personnelOnGround", " false "));
        assertThat(outcome(dossier)).isEqualTo(Outcome.NEEDS_FACTS);
        assertThat(dossier.assessed().orElseThrow().assessment().toString())
                .contains("statements 1 and 2 contradict each other; the desk must rule");
        Dossier yes = ministry.done("desk.rossi", NOON, dossier,
                new Command.RuleOnStatement("file.personnelOnGround", 1, "confirmed by the attaché"));
        assertThat(outcome(yes)).isEqualTo(Outcome.REFER);
        Dossier no = ministry.done("desk.rossi", NOON, yes,
                new Command.RuleOnStatement("file.personnelOnGround", 2, "the party has left"));
        assertThat(outcome(no)).isEqualTo(Outcome.INELIGIBLE);
        assertThat(no.assessed().orElseThrow().clausesInTheWay()).containsExactly("ART-3.2");
    }

    @Test
    void whatChangesTheFileVoidsThePreparedDecision() {
        Dossier dossier = ministry.prepared(Missions.armed());
        dossier = ministry.done("min.ferri", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        dossier = ministry.done("desk.greco", NOON.plusSeconds(1_900), dossier,
                statement("file.expressRequest", "false"));
        assertThat(dossier.phase()).isEqualTo(Phase.WITH_THE_DESK);
        assertThat(dossier.draft()).isEmpty();
        assertThat(dossier.signatures()).isEmpty();
        assertThat(row(dossier).waitsFor()).isEqualTo("Clearance desk: prepare the decision");
        assertThat(refused(ministry.ask("pcm.valle", NOON.plusSeconds(2_000), dossier, signature(Verdict.APPROVE)))
                .found()).isEqualTo("the case is not prepared");
    }

    @Test
    void aWithdrawnMissionIsOver() {
        Dossier dossier = ministry.done("us.embassy", NOON, ministry.filed(Missions.armed()),
                new Command.WithdrawMission("no longer needed"));
        assertThat(row(dossier).waitsFor()).isEqualTo("nothing: withdrawn");
        assertThat(refused(ministry.ask("us.embassy", NOON, dossier,
                new Command.AmendMission(Missions.surveillance(), "another idea"))).found())
                .isEqualTo("the case is withdrawn");
    }

    @Test
    void exercisesAndYearsHaveNumbersOfTheirOwn() {
        Mission exercise = Missions.with(Missions.surveillance(), Map.of("dataMode", "EXERCISE"));
        Mission nextYear = Missions.surveillance().shifted(Duration.ofDays(365));
        Instant midnight = Instant.parse("2016-12-31T23:00:00Z");
        assertThat(List.of(ministry.filed(Missions.armed()), ministry.filed(exercise),
                ministry.filed(Missions.surveillance()),
                Ministry.done(ministry.file("us.embassy", midnight, nextYear))).stream().map(Dossier::number))
                .as("the year is the host's: at 23:00Z Rome has the next one").containsExactly("IT-2016-0001",
                        "EX-IT-2016-0001", "IT-2016-0002", "IT-2017-0001");
    }

    /** A clearance holds only in the register: until it is found there, no light is green. */
    @Test
    void aClearanceThatTheRegisterHasNotTakenIsNotGreen() {
        Dossier dossier = ministry.justCleared();
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(60), dossier,
                new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().remarks()).extracting(Remark::reason)
                .containsExactly(Remark.Reason.NOT_YET_IN_REGISTER);
        ministry.integrate();
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(50), dossier,
                new Command.CheckTakeoff(apron(dossier.mission())));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().light()).isEqualTo(Light.GREEN);
    }

    @Test
    void aGreenLightIsTheWorstOfItsRemarks() {
        Dossier dossier = ministry.cleared();
        dossier = ministry.done("sig.leone", DEPARTURE.minusSeconds(60), dossier, new Command.CheckTakeoff(
                new Apron("SIGONELLA", Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), dossier.mission().armed(), Declared.YES)));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().light()).isEqualTo(Light.AMBER);
    }
}
