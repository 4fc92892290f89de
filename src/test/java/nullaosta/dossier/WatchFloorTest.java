package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.flight.Deviation;
import nullaosta.flight.FlightState;
import nullaosta.flight.PositionLine;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions come in, deviations become entries of the case. The cleared corridor is 20 km to either side of 15° E. */
class WatchFloorTest {

    private Ministry ministry;
    private WatchFloor floor;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
        floor = floor();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private WatchFloor floor() {
        return new WatchFloor(ministry.dossiers, ministry.cases, ministry.who("watch.sala"));
    }

    private static Instant after(int seconds) {
        return DEPARTURE.plusSeconds(seconds);
    }

    /** At 36° N, so many kilometres east of the centreline, at its own second, received a second later. */
    private Optional<String> report(String flight, int second, double kilometresEast) {
        Position position = new Position(36 + second / 10_000.0, 15).towards(90,
                new Distance(kilometresEast * 1_000));
        Fix fix = new Fix(after(second), position, new Distance(30), new Altitude(5_000, Datum.MSL), 45);
        return floor.receive(new PositionLine(flight, fix), after(second + 1));
    }

    private List<String> deviations(Dossier dossier) {
        return ministry.dossiers.read(dossier.id()).orElseThrow().movement().deviations().stream()
                .map(d -> d.kind() + (d.closedAt().isPresent() ? " closed" : "")).toList();
    }

    private FlightState state() {
        return floor.flights().getFirst().track().state();
    }

    @Test
    void aFlightAnswersToItsCallSignAddressAndClearance() {
        Dossier dossier = ministry.airborne();
        for (String name : List.of("DRAGO11", "drago11", "ae1234", "AE1234", dossier.number() + "/1")) {
            assertThat(report(name, 60, 0)).as(name).contains(dossier.number());
        }
        assertThat(report("OTHER1", 60, 0)).isEmpty();
    }

    @Test
    void ofTwoFlightsUnderOneCallSignTheLastToTakeOffIsHeard() {
        Dossier forgotten = ministry.airborne();
        floor.tick(after(10));
        Dossier second = ministry.released();
        second = ministry.done("sig.leone", after(60), second, new Command.EnterTakeoff(after(30)));
        floor.tick(after(61));
        assertThat(report("DRAGO11", 62, 0)).contains(second.number());
        assertThat(report(forgotten.number() + "/1", 62, 0)).contains(forgotten.number());
    }

    @Test
    void aCaseThatCannotBeReadStopsNoOther() {
        Dossier broken = ministry.airborne();
        Dossier sound = ministry.done("sig.leone", after(60), ministry.released(), new Command.EnterTakeoff(after(30)));
        floor.tick(after(61));
        ministry.sql().sql("""
                with queued as (insert into register_queue (entry) values ('broken') returning ticket, entry)
                insert into dossier_entry (dossier, number, at, kind, body, salt, envelope, ticket)
                select dossier, number + 1, at, kind, 'no entry', salt, queued.entry,
                  queued.ticket from queued, dossier_entry where dossier = ? order by number desc limit 1""")
                .param(broken.id().value()).update();
        assertThatThrownBy(() -> floor.tick(after(120))).isInstanceOf(RuntimeException.class);
        assertThat(deviations(sound)).containsExactly("SILENT");
    }

    @Test
    void aFlightOnTheGroundAnswersToNothing() {
        ministry.released();
        assertThat(report("DRAGO11", 60, 0)).isEmpty();
        assertThat(floor.flights()).isEmpty();
    }

    @Test
    void aFlightThatLeavesItsVolumeAndComesBack() {
        Dossier dossier = ministry.airborne();
        for (int second = 60; second < 64; second++) {
            report("DRAGO11", second, 0);
        }
        assertThat(state()).isEqualTo(FlightState.CONFORMING);
        report("DRAGO11", 100, 22);
        assertThat(deviations(dossier)).as("one report is a suspicion").isEmpty();
        report("DRAGO11", 101, 22.1);
        assertThat(deviations(dossier)).containsExactly("LEFT_VOLUME");
        assertThat(floor.flights().getFirst().dossier().movement().deviations()).singleElement()
                .satisfies(d -> assertThat(d.words()).isEqualTo("2.1 km outside the cleared volume"));
        for (int second = 130; second < 135; second++) {
            report("DRAGO11", second, 10);
        }
        assertThat(deviations(dossier)).containsExactly("LEFT_VOLUME closed");
    }

    @Test
    void silenceIsAnEntryAndTheNextReportEndsIt() {
        Dossier dossier = ministry.airborne();
        report("DRAGO11", 60, 0);
        floor.tick(after(91));
        assertThat(deviations(dossier)).as("30 seconds are not too long").isEmpty();
        floor.tick(after(92));
        assertThat(deviations(dossier)).containsExactly("SILENT");
        assertThat(state()).isEqualTo(FlightState.UNKNOWN);
        assertThat(lastKind(dossier)).isEqualTo("SilenceBegan");
        assertThat(ministry.cases.numbered(List.of(dossier.number()))).singleElement()
                .satisfies(row -> assertThat(row.silent()).isTrue())
                .satisfies(row -> assertThat(row.deviations()).as("silence is no deviation").isZero());
        report("DRAGO11", 100, 0);
        assertThat(deviations(dossier)).containsExactly("SILENT closed");
        assertThat(lastKind(dossier)).isEqualTo("SilenceEnded");
        assertThat(ministry.cases.numbered(List.of(dossier.number()))).singleElement()
                .satisfies(row -> assertThat(row.silences()).isEqualTo(1))
                .satisfies(row -> assertThat(row.silent()).isFalse());
    }

    private String lastKind(Dossier dossier) {
        return EntryFormat.kindOf(
                ministry.dossiers.read(dossier.id()).orElseThrow().history().getLast().entry());
    }

    @Test
    void aRevokedFlightDeviatesFromItsNextReportOn() {
        Dossier dossier = ministry.airborne();
        report("DRAGO11", 60, 0);
        ministry.done("min.ferri", after(70), dossier, new Command.RevokeClearance("recall", Optional.empty()));
        floor.tick(after(71));
        report("DRAGO11", 69, 0);
        assertThat(deviations(dossier)).as("that was before").isEmpty();
        report("DRAGO11", 72, 0);
        assertThat(deviations(dossier)).containsExactly("FLEW_AFTER_REVOCATION");
    }

    // After a restart of the floor

    @Test
    void aRestartedFloorListensFromThenOn() {
        Dossier dossier = ministry.airborne();
        report("DRAGO11", 3_000, 0);
        floor = floor();
        floor.tick(after(3_060));
        assertThat(deviations(dossier)).as("nothing says that it was silent while nobody listened").isEmpty();
        assertThat(state()).isEqualTo(FlightState.UNKNOWN);
        floor.tick(after(3_091));
        assertThat(deviations(dossier)).containsExactly("SILENT");
    }

    @Test
    void aRestartedFloorGoesOnWithWhatWasOpen() {
        Dossier dossier = ministry.airborne();
        report("DRAGO11", 100, 22);
        report("DRAGO11", 101, 22.1);
        floor = floor();
        report("DRAGO11", 102, 22.2);
        report("DRAGO11", 103, 22.3);
        assertThat(deviations(dossier)).as("the same deviation, not another").containsExactly("LEFT_VOLUME");
        for (int second = 130; second < 135; second++) {
            report("DRAGO11", second, 10);
        }
        assertThat(deviations(dossier)).containsExactly("LEFT_VOLUME closed");
    }

    @Test
    void theWorstComesFirstAndALandedFlightLeavesTheFloor() {
        Dossier dossier = ministry.airborne();
        report("DRAGO11", 100, 22);
        report("DRAGO11", 101, 22.1);
        assertThat(floor.flights()).extracting(watched -> watched.dossier().number())
                .containsExactly(dossier.number());
        ministry.done("sig.leone", after(200), dossier,
                new Command.EnterLanding(after(200), "SIGONELLA", Entry.Landing.PLANNED, ""));
        floor.tick(after(201));
        assertThat(floor.flights()).isEmpty();
        assertThat(deviations(dossier)).containsExactly(Deviation.Kind.LEFT_VOLUME + " closed");
    }
}
