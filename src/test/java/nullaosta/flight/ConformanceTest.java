package nullaosta.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.quantity.Altitude;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Datum;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;
import nullaosta.quantity.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A flight along 15° E, 20 km to either side, 3,000 to 8,000 m above the sea, for an hour. Reports are written as
 * {@code second:kilometres east:metres high}, with {@code !} for a tick of the clock alone.
 */
class ConformanceTest {

    private static final Instant START = Instant.parse("2016-03-01T18:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(START, START.plusSeconds(3_600));
    private static final Volume VOLUME = new Volume(
            new Corridor(List.of(new Position(37.4, 15), new Position(32.4, 15)), new Distance(20_000)),
            new AltitudeBand(3_000, 8_000, Datum.MSL), HOUR);
    private static final Cleared CLEARED = new Cleared("IT-2016-0001/1", List.of(VOLUME), HOUR, Optional.empty());

    private static Instant at(double second) {
        return START.plusMillis((long) (second * 1_000));
    }

    private static Fix fix(double second, double kilometresEast, double metresHigh) {
        Position position = new Position(36 + second % 100 / 1_000, 15).towards(90,
                new Distance(kilometresEast * 1_000));
        return new Fix(at(second), position, new Distance(30), new Altitude(metresHigh, Datum.MSL), 45);
    }

    /** An event in the notation above; received a second after its own time. */
    private static FlightEvent event(String text) {
        if (text.startsWith("!")) {
            return new FlightEvent.Tick(at(Double.parseDouble(text.substring(1))));
        }
        String[] parts = text.split(":");
        double second = Double.parseDouble(parts[0]);
        return new FlightEvent.Report(
                fix(second, Double.parseDouble(parts[1]), parts.length > 2 ? Double.parseDouble(parts[2]) : 5_000),
                at(second + 1));
    }

    private record Flight(Track track, List<String> said) {}

    private static Flight fly(Cleared cleared, List<FlightEvent> events) {
        Track track = Conformance.step(cleared, Track.authorised(), new FlightEvent.TakenOff(START, true, START))
                .track();
        List<String> said = new ArrayList<>();
        for (FlightEvent event : events) {
            Conformance.Step step = Conformance.step(cleared, track, event);
            track = step.track();
            step.deviations().forEach(d -> said.add(d.closedAt().isPresent()
                    ? d.kind() + " closed " + (d.closedAt().get().getEpochSecond() - START.getEpochSecond())
                    : d.kind() + " " + (d.since().getEpochSecond() - START.getEpochSecond()) + ": " + d.words()));
        }
        return new Flight(track, said);
    }

    private static Flight fly(String events) {
        return fly(CLEARED, List.of(events.strip().split("\\s+")).stream().map(ConformanceTest::event).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            inside                             | 10:0 40:19 41:19.5               | CONFORMING    | -
            one report outside is a suspicion  | 10:19.9 11:20.3                  | CONFORMING    | -
            a suspicion goes with one inside   | 10:19.9 11:20.3 12:19.9 13:20.3  | CONFORMING    | -
            two reports outside confirm it     | 10:19.9 11:20.3 12:20.8          | NONCONFORMING | LEFT_VOLUME 11: 0.8 km outside the cleared volume
            above                              | 10:0:8200 11:0:8300              | NONCONFORMING | LEFT_VOLUME 10: 300 m above the cleared height
            below                              | 10:0:2900 11:0:2500              | NONCONFORMING | LEFT_VOLUME 10: 500 m below the cleared height
            within the accuracy of the height  | 10:0:8040 11:0:8040 12:0:7980    | UNKNOWN       | -
            within the accuracy of the place   | 10:20.02 11:20.02                | UNKNOWN       | -
            four inside do not close it        | 10:21 11:21 14:19 15:19 16:19 17:19 | NONCONFORMING | LEFT_VOLUME 10: 1.0 km outside the cleared volume
            five inside close it               | 10:21 11:21 14:19 15:19 16:19 17:19 18:19 | CONFORMING | LEFT_VOLUME 10: 1.0 km outside the cleared volume; LEFT_VOLUME closed 18
            five not in a row do not           | 10:21 11:21 14:19 15:19 16:19 17:19 20:21 23:19 | NONCONFORMING | LEFT_VOLUME 10: 1.0 km outside the cleared volume
            what cannot be told closes nothing | 10:21 11:21 14:19 15:19 18:20.02 19:20.02 20:20.02 | NONCONFORMING | LEFT_VOLUME 10: 1.0 km outside the cleared volume
            before the window                  | -61:0 -60:0                      | NONCONFORMING | LEFT_WINDOW -61: 1 min before the cleared window
            the window's end is outside        | 3600:0 3660:0                    | NONCONFORMING | LEFT_WINDOW 3600: 1 min after the cleared window
            the window's last second is inside | 3598:0 3599:0                    | CONFORMING    | -
            30 s of silence are none           | 10:0 !41                         | CONFORMING    | -
            silence                            | 10:0 !41.1                       | UNKNOWN       | SILENT 11: no report since 2016-03-01T18:00:11Z
            silence is said once               | 10:0 !42 !43 !44                 | UNKNOWN       | SILENT 11: no report since 2016-03-01T18:00:11Z
            silence ends with a report         | 10:0 !42 50:0                    | CONFORMING    | SILENT 11: no report since 2016-03-01T18:00:11Z; SILENT closed 50
            silence from the take-off on       | !30 !31                          | UNKNOWN       | SILENT 0: no report since 2016-03-01T18:00:00Z
            contingent after a minute outside  | 10:21 11:21 72:21                | CONTINGENT    | LEFT_VOLUME 10: 1.0 km outside the cleared volume
            a minute is still recoverable      | 10:21 11:21 71:21                | NONCONFORMING | LEFT_VOLUME 10: 1.0 km outside the cleared volume
            contingent for good                | 10:21 11:21 72:21 75:19 76:19 77:19 78:19 79:19 | CONTINGENT | LEFT_VOLUME 10: 1.0 km outside the cleared volume; LEFT_VOLUME closed 79
            """)
    void aFlightIsJudged(String story, String events, FlightState state,
            @Nullable String said) {
        Flight flight = fly(events);
        assertThat(String.join("; ", flight.said())).as(story).isEqualTo(said == null ? "" : said);
        assertThat(flight.track().state()).as(story).isEqualTo(state);
    }

    // Late, repeated, out of order

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a report repeated is no second one   | 10:19.9 11:20.3 11:20.3 11:20.3 | -
            nor is a jump repeated               | 10:0 11:300 11:300 11:300 11:300 | -
            a late one is evidence               | 10:19.9 13:21 12:20.8          | LEFT_VOLUME 12: 0.8 km outside the cleared volume
            a late one outside opens nothing alone | 10:0 13:0 12:21              | -
            late ones inside close nothing       | 10:21 20:21 11:0 12:0 13:0 14:0 15:0 16:0 | LEFT_VOLUME 10: 1.0 km outside the cleared volume
            a late one is not a sign of life     | 10:0 20:0 12:0 13:0 14:0 !52   | SILENT 21: no report since 2016-03-01T18:00:21Z
            """)
    void whatComesLateMayAccuseButNeverExcuses(String story, String events,
            @Nullable String said) {
        assertThat(String.join("; ", fly(events).said())).as(story).isEqualTo(said == null ? "" : said);
    }

    /** Property: each report repeated at once, as receivers do, gives the same track and says the same. */
    @Test
    void repeatingReportsChangesNothing() {
        for (int seed = 0; seed < 300; seed++) {
            List<FlightEvent> once = randomFlight(new Random(seed));
            List<FlightEvent> twice = new ArrayList<>();
            once.forEach(event -> twice.addAll(Collections.nCopies(1 + twice.size() % 3, event)));
            assertThat(fly(CLEARED, twice)).as("seed " + seed).isEqualTo(fly(CLEARED, once));
        }
    }

    /** Property: whatever order reports come in, the last known place is that of the newest believed one. */
    @Test
    void theLastPlaceIsNeverAnOlderOne() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<FlightEvent> events = randomFlight(random);
            Collections.shuffle(events, random);
            Instant newest = Instant.MIN;
            Track track = Track.authorised();
            for (FlightEvent event : events) {
                track = Conformance.step(CLEARED, track, event).track();
                Instant last = track.last().map(Fix::at).orElse(Instant.MIN);
                assertThat(last).as("seed " + seed).isAfterOrEqualTo(newest);
                newest = last;
            }
        }
    }

    /** Property: a flight whose every report is inside is never said to deviate, however late they come. */
    @Test
    void whoStaysInsideIsNeverAccused() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<FlightEvent> events = new ArrayList<>();
            for (int second = 1; second < 60; second++) {
                events.add(new FlightEvent.Report(
                        fix(second, 19 + random.nextDouble() * 0.5, 3_100 + random.nextInt(4_800)),
                        at(second + random.nextInt(20))));
            }
            Collections.shuffle(events, random);
            assertThat(fly(CLEARED, events).said()).as("seed " + seed).isEmpty();
        }
    }

    private static List<FlightEvent> randomFlight(Random random) {
        List<FlightEvent> events = new ArrayList<>();
        for (int second = 1; second < 80; second += 1 + random.nextInt(3)) {
            events.add(random.nextInt(12) == 0
                    ? new FlightEvent.Tick(at(second + random.nextInt(40)))
                    : new FlightEvent.Report(
                            fix(second, 19.6 + random.nextInt(24) / 20.0, 2_900 + random.nextInt(5_300)),
                            at(second + 1)));
        }
        return events;
    }

    // Revoked, uncleared, unjudged, landed

    @Test
    void fromTheRevocationOnEveryReportDeviatesAtOnce() {
        Cleared revoked = new Cleared(CLEARED.flight(), CLEARED.volumes(), HOUR, Optional.of(at(20)));
        assertThat(fly(revoked, List.of(event("10:0"), event("19:0"))).said()).isEmpty();
        assertThat(fly(revoked, List.of(event("10:0"), event("20:0"))).said())
                .containsExactly("FLEW_AFTER_REVOCATION 20: in the air after the clearance was withdrawn");
    }

    @Test
    void aTakeoffWithoutAGreenLightIsADeviation() {
        Conformance.Step step = Conformance.step(CLEARED, Track.authorised(),
                new FlightEvent.TakenOff(START, false, at(60)));
        assertThat(step.deviations()).containsExactly(new Deviation(
                "IT-2016-0001/1/TOOK_OFF_UNCLEARED/2016-03-01T18:00:00Z", Deviation.Kind.TOOK_OFF_UNCLEARED, START,
                "took off without a green light", Optional.empty()));
    }

    @Test
    void withoutAVolumeNothingCanBeJudged() {
        Flight flight = fly(new Cleared("x", List.of(), HOUR, Optional.empty()),
                List.of(event("10:0"), event("11:99")));
        assertThat(flight.said()).isEmpty();
        assertThat(flight.track().state()).isEqualTo(FlightState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"WGS84", "STANDARD_PRESSURE", "AGL"})
    void aHeightOnAnotherDatumIsJudgedOnlyWhereTheDatumLeavesNoDoubt(Datum datum) {
        Fix doubtful = new Fix(at(10), new Position(36, 15), new Distance(30), new Altitude(7_990, datum), 0);
        assertThat(VOLUME.holds(doubtful)).isEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void oneVolumeMustHoldItAll() {
        Volume lowAndWest = new Volume(
                new Corridor(List.of(new Position(37.4, 14), new Position(32.4, 14)), new Distance(20_000)),
                new AltitudeBand(0, 3_000, Datum.MSL), HOUR);
        Cleared both = new Cleared("x", List.of(VOLUME, lowAndWest), HOUR, Optional.empty());
        assertThat(fly(both, List.of(event("10:0:2000"), event("11:0:2000"))).said())
                .as("the place of one volume at the height of the other")
                .containsExactly("LEFT_VOLUME 10: 1,000 m below the cleared height");
    }

    @Test
    void aLandingEndsTheFlightAndWhatIsOpen() {
        List<FlightEvent> events = List.of(event("10:21"), event("11:21"),
                new FlightEvent.Landed(at(100), at(101)), event("110:50"), event("!999"));
        Flight flight = fly(CLEARED, events);
        assertThat(flight.said()).containsExactly("LEFT_VOLUME 10: 1.0 km outside the cleared volume",
                "LEFT_VOLUME closed 100");
        assertThat(flight.track().state()).isEqualTo(FlightState.ENDED);
    }

    @Test
    void theSameReportsGiveTheSameId() {
        Deviation first = deviation("10:21 11:21");
        assertThat(deviation("10:21 11:21").id()).isEqualTo(first.id())
                .isEqualTo("IT-2016-0001/1/LEFT_VOLUME/2016-03-01T18:00:10Z");
    }

    private static Deviation deviation(String events) {
        Track track = Track.authorised();
        List<Deviation> all = new ArrayList<>();
        for (String text : events.split(" ")) {
            Conformance.Step step = Conformance.step(CLEARED, track, event(text));
            track = step.track();
            all.addAll(step.deviations());
        }
        return all.getFirst();
    }

    // Plausibility

    /** 700 m a second is the fastest that is believed; the track reaches 36.01° N at second 10. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a jump is not judged               | 10:0 11:300                      | CONFORMING    | -
            nor two                            | 10:0 11:300 12:300               | CONFORMING    | -
            three that agree are believed      | 10:0 11:300 12:300 13:300 14:300 | NONCONFORMING | LEFT_VOLUME 13: 280.0 km outside the cleared volume
            three that do not agree are not    | 10:0 11:300 12:600 13:900 14:1200 | CONFORMING   | -
            back on track forgets the jump     | 10:0 11:300 12:300 13:0 14:300 15:0 | CONFORMING | -
            a jump is not a sign of life       | 10:0 20:900 !42                  | UNKNOWN       | SILENT 11: no report since 2016-03-01T18:00:11Z
            """)
    void aJumpIsBelievedOnlyWhenThreeReportsAgree(String story, String events, FlightState state,
            @Nullable String said) {
        aFlightIsJudged(story, events, state, said);
    }

    /** Receivers repeat an old place under a new time: that is judged, but nobody was heard. */
    @Test
    void anOldPlaceUnderANewTimeIsNoSignOfLife() {
        Fix first = fix(10, 0, 5_000);
        List<FlightEvent> events = new ArrayList<>();
        for (int second = 10; second < 40; second++) {
            events.add(new FlightEvent.Report(
                    new Fix(at(second), first.position(), first.accuracy(), first.altitude(), 45), at(second + 1)));
        }
        events.add(event("!41.5"));
        assertThat(fly(CLEARED, events).said()).containsExactly("SILENT 11: no report since 2016-03-01T18:00:11Z");
    }
}
