package nullaosta.mission.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.AgreedPlace;
import nullaosta.agreement.Source;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Position;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import nullaosta.zone.Layer;
import nullaosta.zone.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from a mission, and why it sometimes does not. */
class DerivedTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Source SOURCE = new Source("A", "a paper", "1");

    private Host italy;

    @BeforeEach
    void host() throws Exception {
        italy = HostFile.host(Path.of("hosts/it"));
    }

    private static Derived find(List<Derived> derived, String fact) {
        return derived.stream().filter(it -> it.fact().equals(fact)).findFirst().orElseThrow();
    }

    private static Object value(List<Derived> derived, String fact) {
        return find(derived, fact).value().orElseThrow();
    }

    private Derived route(String fact, Object... legs) {
        return find(Route.of(Missions.with(Missions.armed(), Map.of("legs", List.of(legs))), italy), fact);
    }

    // Notice

    @Test
    void noticeRunsFromTheProvenReceiptToTheDeparture() {
        Receipt receipt = new Receipt(Instant.parse("2016-02-26T06:00:00Z"), "stamped");
        List<Derived> notice = Notice.of(Missions.armed(), receipt, Optional.empty(), italy.office());
        assertThat(value(notice, "mission.receivedBeforeTakeoff")).isEqualTo(true);
        assertThat(value(notice, "mission.notice")).isEqualTo(Duration.ofHours(108));
        assertThat(value(notice, "mission.noticeWorkingDays")).as("Friday, Monday, Tuesday until 19:00")
                .isEqualTo(3L);
        assertThat(find(notice, "mission.noticeWorkingDays").origin()).isEqualTo("received 2016-02-26T06:00:00Z "
                + "(stamped), departs 2016-03-01T18:00:00Z; days on which the office was open from 08:00 to 16:00");
    }

    @Test
    void whatCameAfterTakeoffCameLateWhateverTheMissionSays() {
        Receipt receipt = new Receipt(Instant.parse("2016-03-01T17:50:00Z"), "stamped");
        Optional<Instant> early = Optional.of(Instant.parse("2016-03-01T17:45:00Z"));
        assertThat(value(Notice.of(Missions.armed(), receipt, early, italy.office()),
                "mission.receivedBeforeTakeoff")).isEqualTo(false);
    }

    // Route

    private static Map<String, Object> outAndBack() {
        return Map.of("from", "SIGONELLA", "to", "LICZ", "exit", "DODUS", "entry", "DODUS", "departs",
                "2016-03-01T18:00:00Z", "exits", "2016-03-01T18:25:00Z", "enters", "2016-03-01T23:00:00Z", "arrives",
                "2016-03-01T23:40:00Z", "overflies", List.of("MT", "IT"));
    }

    private static final Map<String, Object> TRANSIT = Map.of("from", "LGZA", "to", "EDDF", "entry", "SUVON", "exit",
            "ABESI", "enters", "2016-03-01T18:30:00Z", "exits", "2016-03-01T19:55:00Z", "overflies",
            List.of("FR", "DE"));

    @Test
    void timeInTheHostsAirspace() {
        assertThat(route("mission.timeInAirspace", outAndBack()).value()).contains(Duration.ofMinutes(65));
        assertThat(route("mission.timeInAirspace", TRANSIT).value()).contains(Duration.ofMinutes(85));
        assertThat(route("mission.timeInAirspace", TRANSIT, TRANSIT).value()).contains(Duration.ofMinutes(170));
        assertThat(route("mission.timeInAirspace", Map.of("from", "LGZA", "to", "EDDF")).value())
                .contains(Duration.ZERO);
    }

    @Test
    void timeInTheHostsAirspaceIsNotGuessed() {
        assertThat(route("mission.timeInAirspace").why()).isEqualTo("no legs were filed");
        assertThat(route("mission.timeInAirspace", Map.of("from", "SIGONELLA", "to", "SIGONELLA")).why())
                .isEqualTo("the leg from SIGONELLA to SIGONELLA lacks times at which it departs, crosses or arrives");
        Map<String, Object> backwards = Map.of("from", "LGZA", "to", "EDDF", "entry", "SUVON", "exit", "ABESI",
                "enters", "2016-03-01T19:55:00Z", "exits", "2016-03-01T18:30:00Z");
        assertThat(route("mission.timeInAirspace", backwards).value()).isEmpty();
    }

    @Test
    void whereItLandsAndWhichStatesItCrosses() {
        assertThat(route("mission.landsAtHost", TRANSIT).value()).contains(false);
        assertThat(route("mission.landsAtHost", outAndBack()).value()).contains(true);
        assertThat(route("mission.landsAtHost", Map.of("from", "EDDF", "to", "LIRN")).origin())
                .isEqualTo("a leg ends at LIRN");
        assertThat(route("mission.routeStates", outAndBack(), TRANSIT).value())
                .contains(List.of("DE", "FR", "MT"));
        assertThat(route("mission.routeStates", TRANSIT, Map.of("from", "EDDF", "to", "LIRN")).why())
                .isEqualTo("the leg from EDDF to LIRN does not say which states it flies over");
    }

    @Test
    void theSameWayBack() {
        Map<String, Object> out = Map.of("from", "SIGONELLA", "to", "EDDF", "exit", "ABESI");
        assertThat(route("mission.sameRouteBack", out, Map.of("from", "EDDF", "to", "SIGONELLA", "entry", "ABESI"))
                .value()).contains(true);
        assertThat(route("mission.sameRouteBack", out, Map.of("from", "EDDF", "to", "SIGONELLA", "entry", "SUVON"))
                .value()).contains(false);
        assertThat(route("mission.sameRouteBack", outAndBack()).value()).as("one leg that ends elsewhere in name")
                .contains(false);
    }

    @Test
    void crossingsWithTheirTimes() {
        assertThat(route("mission.crossings", TRANSIT).value()).contains(List.of(
                Map.of("way", "EXIT", "point", "ABESI", "at", "2016-03-01T19:55:00Z"),
                Map.of("way", "ENTRY", "point", "SUVON", "at", "2016-03-01T18:30:00Z")));
        assertThat(route("mission.crossings", Map.of("from", "A", "to", "B", "exit", "DODUS")).why())
                .isEqualTo("when it crosses at DODUS was not filed");
    }

    // Aircraft

    @Test
    void theAircraftAsTheVocabularyNamesIt() {
        assertThat(value(Airframe.of(Missions.armed()), "mission.aircraftType")).isEqualTo("MQ_9");
        Mission numbered = Missions.with(Missions.armed(),
                Map.of("aircraft", Map.of("type", "737", "tail", "t", "callSign", "AB")));
        assertThat(find(Airframe.of(numbered), "mission.aircraftType").why())
                .isEqualTo("the type `737` begins with no letter");
        assertThat(value(Airframe.of(numbered), "mission.identityComplete")).isEqualTo(false);
    }

    @Test
    void equipmentIsDeclaredOnceBothQuestionsAreAnswered() {
        Mission one = Missions.with(Missions.armed(), Map.of("answers", Map.of("photographicSensors", true)));
        assertThat(value(Airframe.of(one), "mission.equipmentDeclared")).isEqualTo(false);
        assertThat(find(Airframe.of(one), "mission.equipmentDeclared").origin())
                .isEqualTo("not answered: mission.electronicWarfare");
        Mission both = Missions.with(Missions.armed(),
                Map.of("answers", Map.of("photographicSensors", true, "electronicWarfare", false)));
        assertThat(value(Airframe.of(both), "mission.equipmentDeclared")).isEqualTo(true);
    }

    // Extent: the mission's volume is 20 km either side of 15° E, from 37.4° N to 32.4° N, 3,000 to 8,000 m MSL

    private static AgreedPlace corridor(double halfWidth, double floor, double ceiling, Datum datum) {
        return new AgreedPlace("CORRIDOR", "the corridor",
                new Corridor(List.of(new Position(37.4, 15), new Position(32.4, 15)), new Distance(halfWidth)),
                Optional.of(new AltitudeBand(floor, ceiling, datum)), SOURCE);
    }

    private static List<Derived> extent(AgreedPlace... places) {
        return Extent.of(Missions.armed(), ROME, List.of(places));
    }

    @Test
    void aVolumeLiesInAPlaceInAreaAndHeight() {
        assertThat(value(extent(corridor(20_000, 3_000, 8_000, Datum.MSL)), "mission.insidePlaces")).isEqualTo(true);
        assertThat(value(extent(corridor(19_900, 3_000, 8_000, Datum.MSL)), "mission.insidePlaces"))
                .isEqualTo(false);
        assertThat(value(extent(corridor(20_000, 3_100, 8_000, Datum.MSL)), "mission.insidePlaces"))
                .isEqualTo(false);
        assertThat(value(extent(), "mission.insidePlaces")).isEqualTo(false);
        assertThat(find(extent(corridor(20_000, 2_500, 8_500, Datum.STANDARD_PRESSURE)), "mission.insidePlaces")
                .why()).isEqualTo("whether volume 1 lies in one of the agreement's places cannot be told: "
                        + "its border or datum leaves it open");
    }

    @Test
    void placesThatItTouches() {
        AgreedPlace orbit = new AgreedPlace("ORBIT", "off Libya",
                new Circle(new Position(33, 15), new Distance(27_780)), Optional.empty(), SOURCE);
        AgreedPlace elsewhere = new AgreedPlace("ELSEWHERE", "off Spain",
                new Circle(new Position(37, -1), new Distance(27_780)), Optional.empty(), SOURCE);
        assertThat(value(extent(orbit, elsewhere), "mission.places")).isEqualTo(List.of("ORBIT"));
    }

    @Test
    void heightsAndTimes() {
        List<Derived> extent = extent();
        assertThat(value(extent, "mission.departureDay")).isEqualTo(LocalDate.of(2016, 3, 1));
        assertThat(value(extent, "mission.windowLength")).isEqualTo(Duration.ofMinutes(630));
        assertThat(value(extent, "mission.altitudeDatum")).isEqualTo("MSL");
        assertThat(value(extent, "mission.floorMetres")).isEqualTo(3_000L);
        assertThat(value(extent, "mission.ceilingMetres")).isEqualTo(8_000L);
        Mission flat = Missions.with(Missions.armed(), Map.of("volumes", List.of()));
        assertThat(Extent.of(flat, ROME, List.of())).filteredOn(it -> it.value().isEmpty())
                .extracting(Derived::fact, Derived::why)
                .containsExactlyInAnyOrderElementsOf(List.of("mission.places", "mission.insidePlaces",
                        "mission.altitudeDatum", "mission.floorMetres", "mission.ceilingMetres").stream()
                        .map(fact -> org.assertj.core.groups.Tuple.tuple(fact, "no volumes were filed")).toList());
    }

    // Zones

    private static Zone zone(String id, Zone.Kind kind, Optional<Duration> notice, double latitude) {
        Circle circle = new Circle(new Position(latitude, 15), new Distance(5_000));
        return new Zone(id, "a zone", kind, List.of(new Layer(circle, circle, new Altitude(0, Datum.MSL),
                new Altitude(9_000, Datum.MSL))), List.of(), notice);
    }

    @Test
    void zonesThatAreTouchedAndWhomToAskHowLongBefore() {
        Optional<Duration> week = Optional.of(Duration.ofDays(7));
        Zone below = zone("CHE-N12", Zone.Kind.REQ_AUTHORIZATION, week, 36);
        Zone elsewhere = zone("ELSE", Zone.Kind.REQ_AUTHORIZATION, week, 45);
        Zone free = zone("FREE", Zone.Kind.NO_RESTRICTION, Optional.empty(), 36);
        assertThat(ZonesTouched.of(Missions.armed(), Optional.of(List.of(below, elsewhere, free))).value())
                .contains(List.of(Map.of("zone", "CHE_N12", "notice", "PT168H")));
        assertThat(ZonesTouched.of(Missions.armed(), Optional.of(List.of(elsewhere, free))).value())
                .contains(List.of());
    }

    @Test
    void zonesOfWhichItCannotBeTold() {
        Zone silent = zone("SILENT", Zone.Kind.REQ_AUTHORIZATION, Optional.empty(), 36);
        Zone forbidden = zone("NOGO", Zone.Kind.PROHIBITED, Optional.empty(), 36);
        assertThat(ZonesTouched.of(Missions.armed(), Optional.empty()).why())
                .isEqualTo("the host has no file of zones");
        assertThat(ZonesTouched.of(Missions.without(Missions.armed(), "volumes"), Optional.of(List.of())).why())
                .isEqualTo("no volumes were filed");
        assertThat(ZonesTouched.of(Missions.armed(), Optional.of(List.of(silent))).why())
                .isEqualTo("zone SILENT (a zone) does not say how long before its authority must be asked");
        assertThat(ZonesTouched.of(Missions.armed(), Optional.of(List.of(forbidden))).why())
                .isEqualTo("zone NOGO (a zone) prohibits flights and names nobody who could be asked");
    }
}
