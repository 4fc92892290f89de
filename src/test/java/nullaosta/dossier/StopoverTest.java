package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.Light;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.flight.Apron;
import nullaosta.flight.Remark;
import nullaosta.gate.GateCheck;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.oversight.movements.MovementList;
import nullaosta.oversight.movements.Reconciliation;
import nullaosta.store.PostgresGate;
import nullaosta.store.PostgresMovements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From Sigonella to Pantelleria and home again by one clearance: each base has its own last word. */
class StopoverTest {

    private static final Mission THERE_AND_BACK = Missions.with(Missions.armed(),
            Map.of("legs", List.of(Map.of("from", "SIGONELLA", "to", "PANTELLERIA", "exit", "DODUS", "entry", "DODUS"),
                    Map.of("from", "PANTELLERIA", "to", "SIGONELLA", "exit", "DODUS", "entry", "DODUS"))));
    private static final Instant STOPPED = DEPARTURE.plusSeconds(3_600);
    private static final Instant ONWARD = DEPARTURE.plusSeconds(7_200);

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private static Apron at(String base) {
        Apron apron = Ministry.apron(THERE_AND_BACK);
        return new Apron(base, apron.tail(), apron.address(), apron.type(), apron.callSign(), apron.armed(),
                apron.otherStatesCleared());
    }

    private Dossier released(String commander, String base, Instant off, Dossier dossier) {
        Dossier checked = ministry.done(commander, off.minusSeconds(600), dossier, new Command.CheckTakeoff(at(base)));
        return ministry.done(commander, off.minusSeconds(300), checked,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""));
    }

    private Dossier flownTo(String place, Instant landed, Dossier dossier, String by) {
        return ministry.done(by, landed, dossier, new Command.EnterLanding(landed, place, Entry.Landing.PLANNED, ""));
    }

    private Dossier atThePantelleriaStop() {
        Dossier dossier = released("sig.leone", "SIGONELLA", DEPARTURE, ministry.cleared(THERE_AND_BACK));
        dossier = ministry.done("sig.leone", DEPARTURE.plusSeconds(60), dossier, new Command.EnterTakeoff(DEPARTURE));
        return flownTo("PANTELLERIA", STOPPED, dossier, "pan.moro");
    }

    private Row row() {
        return ministry.cases.rows(CaseLists.Filter.ALL).getFirst();
    }

    @Test
    void itGoesOnByTheSameClearanceOnceItIsCheckedThere() {
        Dossier dossier = atThePantelleriaStop();
        assertThat(dossier.movement().stop()).contains("PANTELLERIA");
        assertThat(row().takenOffAt()).as("it stands").isEmpty();
        assertThat(row().waitsFor()).isEqualTo("Base: check at take-off from PANTELLERIA");
        assertThat(dossier.movement().landsAt(dossier.mission())).isEqualTo("SIGONELLA");

        assertThat(refused(ministry.ask("pan.moro", ONWARD.minusSeconds(900), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""))).code()).as("Sigonella's check and release are spent")
                .isEqualTo(Refusal.Code.NOT_CHECKED);
        dossier = released("pan.moro", "PANTELLERIA", ONWARD, dossier);
        assertThat(dossier.movement().lastCheck().orElseThrow().check().light()).isEqualTo(Light.GREEN);
        dossier = ministry.done("pan.moro", ONWARD.plusSeconds(60), dossier, new Command.EnterTakeoff(ONWARD));
        assertThat(dossier.movement().deviations()).isEmpty();
        assertThat(dossier.movement().firstTakenOffAt()).contains(DEPARTURE);
        assertThat(row().takenOffAt()).contains(ONWARD);

        dossier = flownTo("SIGONELLA", ONWARD.plusSeconds(3_600), dossier, "sig.leone");
        assertThat(dossier.movement().landed()).isPresent();
        assertThat(row().waitsFor()).isEqualTo("nothing: flown");
        assertThat(dossier.history().stream().map(written -> EntryFormat.kindOf(written.entry()))).endsWith(
                "TakeoffChecked", "CommanderCalled", "TakenOff", "Landed", "TakeoffChecked", "CommanderCalled",
                "TakenOff", "Landed");
        assertThat(ministry.dossiers.find(dossier.number())).contains(dossier);
    }

    @Test
    void eachBaseHasItOnItsBoardAndItsOwnLastWord() {
        Dossier dossier = ministry.cleared(THERE_AND_BACK);
        for (String base : List.of("SIGONELLA", "PANTELLERIA")) {
            assertThat(ministry.cases.rows(CaseLists.Filter.ALL.atBase(base))).hasSize(1);
        }
        dossier = ministry.done("pan.moro", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(at("PANTELLERIA")));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().remarks()).extracting(Remark::words)
                .contains("cleared from SIGONELLA, not PANTELLERIA");
        dossier = atThePantelleriaStop();
        dossier = ministry.done("sig.leone", ONWARD.minusSeconds(600), dossier,
                new Command.CheckTakeoff(at("SIGONELLA")));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().remarks()).extracting(Remark::words)
                .contains("it goes on from PANTELLERIA, not SIGONELLA");
        dossier = ministry.done("pan.moro", ONWARD.minusSeconds(500), dossier,
                new Command.CallTakeoff(Entry.Call.STOP, "a fuel leak"));
        assertThat(ministry.done("pan.moro", ONWARD, dossier, new Command.EnterTakeoff(ONWARD)).movement()
                .deviations()).as("it went all the same").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"LICT, PLANNED, another place than the route says", "SIGONELLA, PLANNED, home before its time",
            "PANTELLERIA, EMERGENCY, an emergency"})
    void aLandingThatWasNotThatStopEndsTheFlight(String place, Entry.Landing how, String why) {
        Dossier dossier = released("sig.leone", "SIGONELLA", DEPARTURE, ministry.cleared(THERE_AND_BACK));
        dossier = ministry.done("sig.leone", DEPARTURE.plusSeconds(60), dossier, new Command.EnterTakeoff(DEPARTURE));
        dossier = ministry.done("sig.leone", STOPPED, dossier,
                new Command.EnterLanding(STOPPED, place, how, "as it came"));
        assertThat(dossier.movement().landed()).as(why).isPresent();
        assertThat(dossier.movement().stop()).isEmpty();
    }

    @Test
    void itsIndicatorNamesTheStopToo() {
        Dossier dossier = released("sig.leone", "SIGONELLA", DEPARTURE, ministry.cleared(THERE_AND_BACK));
        dossier = ministry.done("sig.leone", DEPARTURE.plusSeconds(60), dossier, new Command.EnterTakeoff(DEPARTURE));
        assertThat(flownTo("LICG", STOPPED, dossier, "pan.moro").movement().stop()).contains("PANTELLERIA");
    }

    @Test
    void whatHasBegunIsNotAmended() {
        assertThat(refused(ministry.ask("us.embassy", STOPPED.plusSeconds(60), atThePantelleriaStop(),
                new Command.AmendMission(Missions.with(THERE_AND_BACK, Map.of("operator", "Another")), "a name")))
                .found()).isEqualTo("the case is flown");
    }

    @Test
    void aWithdrawalAtTheStopHoldsItThere() {
        Dossier dossier = ministry.done("min.ferri", STOPPED.plusSeconds(60), atThePantelleriaStop(),
                new Command.RevokeClearance("the party has left", Optional.empty()));
        assertThat(row().waitsFor()).isEqualTo("nothing: clearance revoked");
        dossier = ministry.done("pan.moro", ONWARD.minusSeconds(600), dossier,
                new Command.CheckTakeoff(at("PANTELLERIA")));
        assertThat(dossier.movement().lastCheck().orElseThrow().check().light()).isEqualTo(Light.RED);
    }

    /** Its paper is shown at Sigonella and at Pantelleria; a third time at Sigonella is once too many. */
    @Test
    void onePaperLetGoAtEachBaseOfTheRouteIsUsedOnce() throws Exception {
        PostgresGate gate = new PostgresGate(ministry.source(), ministry.vault, ministry.store, ministry.dossiers,
                DataMode.REAL);
        Dossier dossier = ministry.cleared(THERE_AND_BACK);
        GatePhone sigonella = phone(gate, "SIGONELLA", "sig.leone");
        GatePhone pantelleria = phone(gate, "PANTELLERIA", "pan.moro");
        gate.take(sigonella.id, List.of(sigonella.add(dossier, DEPARTURE, GateCheck.Call.RELEASE)),
                ministry.who("sig.leone"), ONWARD);
        gate.take(pantelleria.id, List.of(pantelleria.add(dossier, ONWARD, GateCheck.Call.RELEASE)),
                ministry.who("pan.moro"), ONWARD);
        assertThat(ministry.dossiers.read(dossier.id()).orElseThrow().usedTwice()).isEmpty();
        GatePhone second = phone(gate, "SIGONELLA", "sig.leone");
        gate.take(second.id, List.of(second.add(dossier, ONWARD, GateCheck.Call.RELEASE)),
                ministry.who("sig.leone"), ONWARD);
        assertThat(ministry.dossiers.read(dossier.id()).orElseThrow().usedTwice()).hasSize(1);
    }

    /** Both take-offs and both landings are on the lists of two towers, and each is found. */
    @Test
    void towersListsHaveEachPartOfIt() throws Exception {
        Dossier dossier = released("pan.moro", "PANTELLERIA", ONWARD, atThePantelleriaStop());
        dossier = ministry.done("pan.moro", ONWARD.plusSeconds(60), dossier, new Command.EnterTakeoff(ONWARD));
        Instant home = ONWARD.plusSeconds(3_600);
        flownTo("SIGONELLA", home, dossier, "sig.leone");
        String callSign = THERE_AND_BACK.aircraft().callSign();
        String text = "callsign,aerodrome,movement,time\n" + String.join("\n", List.of(
                callSign + ",LICZ,DEP," + DEPARTURE, callSign + ",LICG,ARR," + STOPPED,
                callSign + ",LICG,DEP," + ONWARD, callSign + ",LICZ,ARR," + home)) + "\n";
        MovementList list = ((MovementList.Result.Read) MovementList.read(text)).list();
        Reconciliation found = new PostgresMovements(ministry.source(), ministry.cases, ministry.dossiers,
                DataMode.REAL).reconcile(text, list, "audit.bruni", home.plusSeconds(600));
        assertThat(found.matched()).hasSize(4);
        assertThat(found.withoutClearance()).isEmpty();
        assertThat(found.notListed()).isEmpty();
    }

    private static GatePhone phone(PostgresGate gate, String base, String commander) throws Exception {
        GatePhone phone = new GatePhone();
        assertThat(gate.devices().ask(phone.device(base), commander, DEPARTURE)).isPresent();
        assertThat(gate.devices().enrol(phone.id, base, commander, DEPARTURE)).isTrue();
        return phone;
    }
}
