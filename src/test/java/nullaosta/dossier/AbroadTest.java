package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nullaosta.clearance.partner.OtherHost;
import nullaosta.clearance.partner.Partner;
import nullaosta.clearance.partner.Partners;
import nullaosta.clearance.partner.Told;
import nullaosta.clearance.token.Light;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.FlightState;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clearances of France and Germany in an Italian case, from the paper to the take-off. */
class AbroadTest {

    private static final Mission FLIGHT = Missions.with(Missions.armed(), Map.of("legs", List.of(Map.of("from",
            "SIGONELLA", "to", "SIGONELLA", "exit", "DODUS", "entry", "DODUS", "overflies", List.of("FR", "DE")))));
    private static final Instant CHECKED = Ministry.DEPARTURE.minusSeconds(600);

    private final OtherHost france = new OtherHost("FR", DataMode.REAL);
    private final OtherHost germany = new OtherHost("DE", DataMode.REAL);
    private Partners partners = Partners.NONE;
    private Ministry ministry;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        partners = new Partners(List.of(germany.partner(folder), france.partner(folder)), folder.resolve("kept"));
        ministry = new Ministry(partners);
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private void told(OtherHost host, Instant at) {
        Partner partner = partners.all().stream().filter(it -> it.state().equals(host.state)).findFirst().orElseThrow();
        assertThat(partners.take(partner, host.pack(at).bytes(), at)).isInstanceOf(Told.Taken.class);
    }

    private Dossier cleared() {
        Dossier dossier = ministry.prepared(FLIGHT);
        dossier = ministry.done("min.ferri", Ministry.NOON.plusSeconds(1_800), dossier,
                Ministry.signature(Verdict.APPROVE));
        dossier = ministry.done("pcm.valle", Ministry.NOON.plusSeconds(2_400), dossier,
                Ministry.signature(Verdict.APPROVE));
        ministry.integrate();
        return dossier;
    }

    private Dossier entered(String by, Dossier dossier, String token) {
        return ministry.done(by, Ministry.NOON.plusSeconds(3_600), dossier, new Command.EnterClearanceAbroad(token));
    }

    private Entry.TakeoffChecked checked(Dossier dossier, Instant at) {
        return ministry.done("sig.leone", at, dossier, new Command.CheckTakeoff(Ministry.apron(FLIGHT))).movement()
                .lastCheck().orElseThrow().check();
    }

    @Test
    void oneRefusesAndNothingFliesUntilItHasClearedItToo() {
        Dossier dossier = cleared();
        dossier = entered("us.embassy", dossier, germany.clear(FLIGHT, Ministry.NOON));
        told(germany, CHECKED);
        Entry.TakeoffChecked red = checked(dossier, CHECKED);
        assertThat(red.light()).isEqualTo(Light.RED);
        assertThat(red.remarks()).singleElement().satisfies(remark -> assertThat(remark.words())
                .isEqualTo("France: no clearance of it stands in the case"));
        assertThat(Ministry.refused(ministry.ask("sig.leone", CHECKED, dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""))).inWords())
                .isEqualTo("France: no clearance of it stands in the case; expected a clearance of each state on the"
                        + " route that stands. Keep the aircraft on the ground.");
        dossier = ministry.done("sig.leone", CHECKED, dossier,
                new Command.EnterClearanceAbroad(france.clear(FLIGHT, Ministry.NOON)));
        told(france, CHECKED);
        assertThat(checked(dossier, CHECKED).light()).isEqualTo(Light.GREEN);
        assertThat(ministry.done("sig.leone", CHECKED, dossier, new Command.CallTakeoff(Entry.Call.RELEASE, ""))
                .movement().call()).contains(Entry.Call.RELEASE);
    }

    /** The check stands for minutes; what France revokes in them is known at the release all the same. */
    @Test
    void whatIsRevokedAfterTheCheckIsNotReleased() {
        Dossier dossier = cleared();
        dossier = entered("us.embassy", dossier, germany.clear(FLIGHT, Ministry.NOON));
        dossier = entered("us.embassy", dossier, france.clear(FLIGHT, Ministry.NOON));
        told(germany, CHECKED);
        told(france, CHECKED);
        assertThat(checked(dossier, CHECKED).light()).isEqualTo(Light.GREEN);
        france.stands(0, Status.REVOKED);
        told(france, CHECKED.plusSeconds(60));
        Refusal refusal = Ministry.refused(ministry.ask("sig.leone", CHECKED.plusSeconds(90), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, "")));
        assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_CHECKED);
        assertThat(refusal.found()).isEqualTo("France: the clearance was revoked");
    }

    /** Told by France's next pack, once for as long as it lasts, whoever watches; over when a pack says that it stands again. */
    @Test
    void whatIsWithdrawnInTheAirAlarmsTheWatchFloor() {
        Dossier dossier = airborne();
        WatchFloor floor = floor();
        floor.tick(Ministry.DEPARTURE.plusSeconds(70));
        assertThat(deviations(dossier)).isEmpty();
        france.stands(0, Status.SUSPENDED);
        told(france, Ministry.DEPARTURE.plusSeconds(80));
        floor.tick(Ministry.DEPARTURE.plusSeconds(75));
        floor.tick(Ministry.DEPARTURE.plusSeconds(81));
        assertThat(deviations(dossier))
                .containsExactly("FLEW_AFTER_REVOCATION_ABROAD: France: the clearance is suspended");
        assertThat(floor.flights().getFirst().track().state()).isEqualTo(FlightState.NONCONFORMING);
        floor.tick(Ministry.DEPARTURE.plusSeconds(95));
        floor = floor();
        floor.tick(Ministry.DEPARTURE.plusSeconds(110));
        assertThat(deviations(dossier)).as("the same, after a restart too").hasSize(1);
        france.stands(0, Status.VALID);
        told(france, Ministry.DEPARTURE.plusSeconds(120));
        floor.tick(Ministry.DEPARTURE.plusSeconds(121));
        assertThat(deviations(dossier)).containsExactly("FLEW_AFTER_REVOCATION_ABROAD closed");
    }

    /** That nothing was heard from a state for long is for the ground; in the air nothing was withdrawn by it. */
    @Test
    void anOldPackIsNoWithdrawal() {
        Dossier dossier = airborne();
        floor().tick(Ministry.DEPARTURE.plusSeconds(7_000));
        assertThat(ministry.dossiers.otherStates(dossier, Ministry.DEPARTURE.plusSeconds(7_000)).remarks())
                .isNotEmpty();
        assertThat(deviations(dossier)).isEmpty();
    }

    private WatchFloor floor() {
        return new WatchFloor(ministry.dossiers, ministry.cases, ministry.who("watch.sala"));
    }

    private Dossier airborne() {
        Dossier dossier = cleared();
        dossier = entered("us.embassy", dossier, germany.clear(FLIGHT, Ministry.NOON));
        dossier = entered("us.embassy", dossier, france.clear(FLIGHT, Ministry.NOON));
        told(germany, CHECKED);
        told(france, CHECKED);
        checked(dossier, CHECKED);
        dossier = ministry.done("sig.leone", CHECKED, dossier, new Command.CallTakeoff(Entry.Call.RELEASE, ""));
        return ministry.done("sig.leone", Ministry.DEPARTURE.plusSeconds(60), dossier,
                new Command.EnterTakeoff(Ministry.DEPARTURE));
    }

    /** Silence apart: nobody reports here. */
    private List<String> deviations(Dossier dossier) {
        return ministry.dossiers.read(dossier.id()).orElseThrow().movement().deviations().stream()
                .filter(d -> d.kind().departs())
                .map(d -> d.kind() + (d.closedAt().isPresent() ? " closed" : ": " + d.words())).toList();
    }

    /** The last one counts, and takes the light of what was checked by the one before. */
    @Test
    void anAmendedOneTakesThePlaceOfTheOneBefore() {
        Dossier dossier = cleared();
        String first = france.clear(FLIGHT, Ministry.NOON);
        dossier = entered("us.embassy", dossier, germany.clear(FLIGHT, Ministry.NOON));
        dossier = entered("us.embassy", dossier, first);
        told(germany, CHECKED);
        told(france, CHECKED);
        checked(dossier, CHECKED);
        Dossier known = ministry.dossiers.read(dossier.id()).orElseThrow();
        assertThat(ministry.done("sig.leone", CHECKED, known, new Command.EnterClearanceAbroad(first)).history())
                .as("the same again is no entry").hasSameSizeAs(known.history());
        String amended = france.clear(FLIGHT, CHECKED.minusSeconds(60));
        dossier = ministry.done("sig.leone", CHECKED, dossier, new Command.EnterClearanceAbroad(amended));
        assertThat(dossier.clearancesAbroad()).containsOnlyKeys("DE", "FR")
                .extractingByKey("FR").isEqualTo(new Entry.ClearanceAbroadEntered("FR", "FR-2015-0008/1", amended));
        assertThat(dossier.movement().lastCheck()).isEmpty();
        assertThat(checked(dossier, CHECKED).light()).as("France's pack does not tell of it yet")
                .isEqualTo(Light.AMBER);
        told(france, CHECKED.plusSeconds(30));
        assertThat(checked(dossier, CHECKED.plusSeconds(60)).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void whatIsRefused() {
        Dossier dossier = ministry.filed(FLIGHT);
        OtherHost austria = new OtherHost("AT", DataMode.REAL);
        OtherHost italy = new OtherHost("IT", DataMode.REAL);
        OtherHost forger = new OtherHost("FR", DataMode.REAL);
        assertThat(refused(dossier, "what France wrote"))
                .isEqualTo("This is no clearance: a clearance begins with NA1:; expected a clearance that a partner"
                        + " signed. Scan it again from the paper, or ask the state that issued it.");
        assertThat(refused(dossier, france.clear(FLIGHT, Ministry.NOON).substring(0, 200)))
                .startsWith("The text ends before the clearance does: it was cut short or altered; expected ");
        assertThat(refused(dossier, austria.clear(FLIGHT, Ministry.NOON)))
                .isEqualTo("It says that `AT` issued it; expected a partner of this host: DE, FR. Show it at the base"
                        + " before take-off.");
        assertThat(refused(dossier, italy.clear(FLIGHT, Ministry.NOON)))
                .startsWith("It is a clearance of Italy itself; expected a clearance that a partner signed.");
        assertThat(refused(dossier, forger.clear(FLIGHT, Ministry.NOON)))
                .startsWith("No key of the trust file signed it: it names the key ");
        Dossier withdrawn = ministry.done("us.embassy", Ministry.NOON, dossier,
                new Command.WithdrawMission("not needed"));
        assertThat(refused(withdrawn, france.clear(FLIGHT, Ministry.NOON)))
                .startsWith("The case is withdrawn; expected one flight, asked for or cleared.");
    }

    private String refused(Dossier dossier, String token) {
        return Ministry.refused(ministry.ask("us.embassy", Ministry.NOON.plusSeconds(60), dossier,
                new Command.EnterClearanceAbroad(token))).inWords();
    }
}
