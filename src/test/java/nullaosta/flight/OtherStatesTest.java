package nullaosta.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.Life;
import nullaosta.clearance.partner.OtherHost;
import nullaosta.clearance.token.Light;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.mission.DataMode;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;
import org.junit.jupiter.api.Test;

/**
 * An RQ-4 from Sigonella over France and Germany and back, October 2015: Germany clears it, and France has its own mind
 * (augengeradeaus.net, October 2015). Each test is a France of its own.
 */
class OtherStatesTest {

    /** What is said of a partner; the rest is {@link TakeoffCheckTest}'s. */
    static final Set<Remark.Reason> REASONS = Set.of(Remark.Reason.OTHER_STATE_MISSING,
            Remark.Reason.OTHER_STATE_WITHDRAWN, Remark.Reason.OTHER_STATE_NOT_VERIFIED,
            Remark.Reason.OTHER_STATE_DIFFERS, Remark.Reason.OTHER_STATE_OTHER_TIME, Remark.Reason.OTHER_STATE_UNSURE);

    private static final Instant NOW = Instant.parse("2015-10-15T04:50:00Z");
    private static final Instant SIGNED = NOW.minus(Duration.ofDays(1));
    private static final Mission FLIGHT = flight(Map.of("departs", "2015-10-15T05:00:00Z", "exits",
            "2015-10-15T07:00:00Z", "enters", "2015-10-15T11:00:00Z", "arrives", "2015-10-15T13:00:00Z"), "FR", "DE");
    private static final TimeWindow ABROAD = window("2015-10-15T07:00:00Z", "2015-10-15T11:00:00Z");

    private final OtherHost france = new OtherHost("FR", DataMode.REAL);
    private final OtherHost germany = new OtherHost("DE", DataMode.REAL);
    private final Map<String, String> shown = new LinkedHashMap<>(Map.of("DE", germany.clear(FLIGHT, SIGNED)));
    private Duration age = Duration.ofMinutes(10);

    private static Mission flight(Map<String, String> times, String... states) {
        Map<String, Object> leg = new LinkedHashMap<>(Map.of("from", "SIGONELLA", "to", "SIGONELLA", "overflies",
                List.of(states)));
        leg.putAll(times);
        return Missions.with(Missions.surveillance(), Map.of("aircraft",
                Map.of("type", "RQ-4", "tail", "04-2015", "address", "ae541c", "callSign", "FORTE10", "crewed", "no"),
                "departure", "2015-10-15T05:00:00Z", "window",
                Map.of("from", "2015-10-15T04:45:00Z", "until", "2015-10-15T14:00:00Z"), "volumes", List.of(), "legs",
                List.of(leg)));
    }

    private static TimeWindow window(String from, String until) {
        return new TimeWindow(Instant.parse(from), Instant.parse(until));
    }

    private OtherStates states(Mission mission) {
        Map<StateCode, OtherHost> hosts = Map.of(france.state, france, germany.state, germany);
        return OtherStates.of(mission, new StateCode("IT"), shown,
                state -> Optional.ofNullable(hosts.get(state)).map(host -> host.gate(NOW.minus(age))), NOW);
    }

    private TakeoffCheck check(Mission mission, Declared declared) {
        return TakeoffCheck.of(new Clearance("IT-2015-0031/1", mission, List.of(), List.of(), SIGNED, 0),
                new TakeoffCheck.Standing(Life.VALID, true, false, false, Optional.empty()),
                new Apron(mission.base(), Optional.of(mission.aircraft().tail()), Optional.empty(), Optional.empty(),
                        Optional.empty(), Declared.NO, declared),
                states(mission), NOW);
    }

    private void lights(Light light, String remarks) {
        TakeoffCheck check = check(FLIGHT, Declared.UNDECLARED);
        assertThat(check.remarks().stream().map(it -> it.reason() + ": " + it.words())
                .collect(Collectors.joining("\n"))).isEqualTo(remarks);
        assertThat(check.light()).isEqualTo(light);
    }

    @Test
    void oneRefusesAndNothingFlies() {
        lights(Light.RED, "OTHER_STATE_MISSING: France: no clearance of it stands in the case");
    }

    @Test
    void allHaveClearedIt() {
        shown.put("FR", france.clear(FLIGHT, SIGNED));
        lights(Light.GREEN, "");
        assertThat(states(FLIGHT).partners()).extracting(OtherStates.Standing::number)
                .containsExactly(Optional.of("DE-2015-0007/1"), Optional.of("FR-2015-0007/1"));
    }

    /** Germany cleared both, France the leader alone: whichever of them stands there, nothing leaves. */
    @Test
    void everyAircraftThatMayFlyMustBeCleared() {
        Mission withSpare = Missions.with(FLIGHT, Map.of("spares", List.of(Map.of("tail", "04-2016"))));
        shown.put("DE", germany.clear(withSpare, SIGNED));
        shown.put("FR", france.clear(FLIGHT, SIGNED));
        TakeoffCheck check = check(withSpare, Declared.UNDECLARED);
        assertThat(check.light()).isEqualTo(Light.RED);
        assertThat(check.remarks()).singleElement().satisfies(it -> assertThat(it.words())
                .isEqualTo("France: it did not clear tail 04-2016, which may fly here"));
    }

    @Test
    void itWasWithdrawn() {
        shown.put("FR", france.clear(FLIGHT, SIGNED));
        france.stands(0, Status.REVOKED);
        lights(Light.RED, "OTHER_STATE_WITHDRAWN: France: the clearance was revoked");
        france.stands(0, Status.SUSPENDED);
        lights(Light.RED, "OTHER_STATE_WITHDRAWN: France: the clearance is suspended");
        france.stands(0, Status.REPLACED);
        lights(Light.RED, "OTHER_STATE_WITHDRAWN: France: a later clearance replaces this one");
    }

    @Test
    void itIsNotWhatFranceSigned() {
        shown.put("FR", shown.getOrDefault("DE", ""));
        assertThat(check(FLIGHT, Declared.UNDECLARED).light()).isEqualTo(Light.RED);
        assertThat(check(FLIGHT, Declared.UNDECLARED).inWords())
                .startsWith("France: no key of the trust file signed it: it names the key ");
        shown.put("FR", france.sign(FLIGHT, FLIGHT.window(), SIGNED));
        lights(Light.RED, "OTHER_STATE_NOT_VERIFIED: France: the register did not hold it, though it says that it was"
                + " issued before: issued at 14 Oct 2015 04:50:00Z, the pack was made at 15 Oct 2015 04:40:00Z");
    }

    @Test
    void itIsForAnotherAircraft() {
        Mission other = Missions.with(FLIGHT, Map.of("operatorState", "GB", "aircraft",
                Map.of("type", "MQ-9", "tail", "ZZ201", "address", "43c001", "callSign", "MARHAM1", "crewed", "no"),
                "declarations", Map.of("armed", "yes", "strike", "no", "sensors", "no", "dangerousGoods", "no")));
        shown.put("FR", france.clear(other, SIGNED));
        lights(Light.RED, """
                OTHER_STATE_DIFFERS: France: it cleared aircraft of GB; here flies US
                OTHER_STATE_DIFFERS: France: it cleared tail ZZ201; here flies 04-2015
                OTHER_STATE_DIFFERS: France: it cleared 24-bit address 43c001; here flies ae541c
                OTHER_STATE_DIFFERS: France: it cleared type MQ-9; here flies RQ-4
                OTHER_STATE_DIFFERS: France: it cleared call sign MARHAM1; here flies FORTE10
                OTHER_STATE_DIFFERS: France: it cleared an armed flight; this one is declared unarmed""");
    }

    @Test
    void itIsForTheHoursOverFranceAlone() {
        shown.put("FR", france.clear(FLIGHT, ABROAD, SIGNED));
        lights(Light.GREEN, "");
    }

    @Test
    void itIsForOtherHours() {
        shown.put("FR", france.clear(FLIGHT, window("2015-10-15T08:00:00Z", "2015-10-15T10:00:00Z"), SIGNED));
        lights(Light.AMBER,
                "OTHER_STATE_UNSURE: France: it cleared from 15 Oct 08:00Z until 15 Oct 10:00Z; the leg from"
                        + " SIGONELLA to SIGONELLA is over it at some time from 15 Oct 07:00Z until 15 Oct 11:00Z: compare the"
                        + " hours");
        shown.put("FR", france.clear(FLIGHT, window("2015-10-15T12:00:00Z", "2015-10-15T14:00:00Z"), SIGNED));
        lights(Light.RED, "OTHER_STATE_OTHER_TIME: France: it cleared from 15 Oct 12:00Z until 15 Oct 14:00Z; the leg"
                + " from SIGONELLA to SIGONELLA is over it at some time from 15 Oct 07:00Z until 15 Oct 11:00Z");
    }

    /** Without times of the leg, the departure must lie in the window. */
    @Test
    void theLegHasNoTimes() {
        Mission timeless = flight(Map.of(), "FR", "DE");
        shown.put("FR", france.clear(timeless, window("2015-10-15T04:30:00Z", "2015-10-15T08:00:00Z"), SIGNED));
        assertThat(check(timeless, Declared.UNDECLARED).light()).isEqualTo(Light.GREEN);
        shown.put("FR", france.clear(timeless, ABROAD, SIGNED));
        assertThat(check(timeless, Declared.UNDECLARED).inWords())
                .isEqualTo("France: it cleared from 15 Oct 07:00Z until"
                        + " 15 Oct 11:00Z; the leg from SIGONELLA to SIGONELLA is over it at some time from 15 Oct 04:45Z until"
                        + " 15 Oct 14:00Z: compare the hours");
    }

    @Test
    void thePackGetsOld() {
        shown.put("FR", france.clear(FLIGHT, SIGNED.minus(Duration.ofDays(3))));
        age = Duration.ofMinutes(90);
        lights(Light.AMBER,
                """
                        OTHER_STATE_UNSURE: Germany: the pack is older than the host allows: call the host: 1 h 30 min old; fresh\
                         until 1 h 00 min
                        OTHER_STATE_UNSURE: France: the pack is older than the host allows: call the host: 1 h 30 min old; fresh\
                         until 1 h 00 min""");
        age = Duration.ofHours(25);
        assertThat(check(FLIGHT, Declared.UNDECLARED).light()).isEqualTo(Light.RED);
        assertThat(check(FLIGHT, Declared.UNDECLARED).inWords()).isEqualTo("Germany: the pack is too old to check"
                + " anything by: get a new one: 25 h 00 min old; at most 24 h 00 min");
    }

    /** What the base is shown counts for a state that is no partner, and only for that. */
    @Test
    void aStateThatIsNoPartner() {
        Mission overTwoMore = flight(Map.of(), "FR", "DE", "AT", "CH");
        shown.put("FR", france.clear(overTwoMore, SIGNED));
        assertThat(check(overTwoMore, Declared.YES).light()).isEqualTo(Light.GREEN);
        assertThat(check(overTwoMore, Declared.NO).inWords()).isEqualTo(
                "one of Austria, Switzerland has not cleared it");
        assertThat(check(overTwoMore, Declared.UNDECLARED).inWords())
                .isEqualTo("ask for the clearances of Austria, Switzerland");
        Mission overOne = flight(Map.of(), "FR", "AT");
        assertThat(check(overOne, Declared.NO).inWords()).isEqualTo("Austria has not cleared it");
        shown.remove("FR");
        assertThat(check(overOne, Declared.YES).inWords()).as("the base's word is not France's")
                .isEqualTo("France: no clearance of it stands in the case");
    }

    @Test
    void theRouteSaysNothing() {
        Mission unsaid = Missions.with(FLIGHT, Map.of("legs", List.of(Map.of("from", "SIGONELLA", "to", "LICZ"),
                Map.of("from", "LICZ", "to", "SIGONELLA", "overflies", List.of("MT")))));
        assertThat(check(unsaid, Declared.UNDECLARED).inWords())
                .isEqualTo("ask for the clearances of the other states on the route, Malta among them");
        assertThat(check(unsaid, Declared.NO).inWords()).isEqualTo("another state on the route has not cleared it");
        Mission home = flight(Map.of());
        assertThat(check(home, Declared.UNDECLARED).light()).as("no other state is under it").isEqualTo(Light.GREEN);
        assertThat(check(home, Declared.NO).inWords()).isEqualTo("another state on the route has not cleared it");
    }
}
