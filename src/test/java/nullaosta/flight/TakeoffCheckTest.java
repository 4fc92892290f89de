package nullaosta.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.flight.TakeoffCheck.Standing;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the base sees before take-off, for each thing that may differ from what was cleared. */
class TakeoffCheckTest {

    private static final Mission MISSION = Missions.armed();
    private static final Clearance CLEARANCE = new Clearance("IT-2016-0001/1", MISSION, List.of(), List.of(),
            MISSION.departure().minus(Duration.ofHours(4)), 0);
    private static final Standing GOOD = new Standing(Life.VALID, true, false, false, Optional.empty());
    private static final Apron AS_CLEARED = apron("SIGONELLA", "AF 09-4066", "ae1234", "MQ-9", "DRAGO11", Declared.YES,
            Declared.YES);
    private static final Instant NOW = MISSION.departure();

    private static Apron apron(String base, String tail, String address, String type, String callSign, Declared armed,
            Declared others) {
        return new Apron(base, seen(tail), seen(address), seen(type), seen(callSign), armed, others);
    }

    private static Optional<String> seen(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private record Case(Standing standing, Apron apron, Instant at, Light light, String reasons) {}

    private static Case standing(Standing standing, Light light, String reasons) {
        return new Case(standing, AS_CLEARED, NOW, light, reasons);
    }

    private static Case stands(Apron apron, Light light, String reasons) {
        return new Case(GOOD, apron, NOW, light, reasons);
    }

    private static Case at(String instant, Light light, String reasons) {
        return new Case(GOOD, AS_CLEARED, Instant.parse(instant), light, reasons);
    }

    static Stream<Case> cases() {
        return Stream.of(stands(AS_CLEARED, Light.GREEN, ""),
                standing(new Standing(Life.REVOKED, true, false, false, Optional.empty()), Light.RED,
                        "REVOKED: the clearance was revoked"),
                standing(new Standing(Life.SUSPENDED, true, false, false, Optional.empty()), Light.RED,
                        "SUSPENDED: the clearance is suspended"),
                standing(new Standing(Life.REPLACED, true, false, false, Optional.empty()), Light.RED,
                        "REPLACED: a later clearance replaces this one"),
                standing(new Standing(Life.VALID, true, true, false, Optional.empty()), Light.RED,
                        "STOPPED: the base commander stopped this flight"),
                standing(new Standing(Life.VALID, true, false, true, Optional.empty()), Light.RED,
                        "FLOWN: a take-off on this clearance was already entered"),
                standing(new Standing(Life.VALID, false, false, false, Optional.empty()), Light.AMBER,
                        "NOT_YET_IN_REGISTER: not yet in the register: wait a moment, check again"),
                standing(new Standing(Life.VALID, true, false, false, Optional.of("rests on an oral decision")),
                        Light.AMBER, "ORAL_UNCONFIRMED: rests on an oral decision"),
                at("2016-03-01T17:29:59Z", Light.RED, "TOO_EARLY: too early: cleared from 1 Mar 17:30Z"),
                at("2016-03-01T17:30:00Z", Light.GREEN, ""), at("2016-03-02T03:59:59Z", Light.GREEN, ""),
                at("2016-03-02T04:00:00Z", Light.RED, "TOO_LATE: too late: cleared until 2 Mar 04:00Z"),
                stands(apron("TRAPANI", "AF 09-4066", "", "", "", Declared.YES, Declared.YES), Light.RED,
                        "OTHER_BASE: cleared from SIGONELLA, not TRAPANI"),
                stands(apron("SIGONELLA", "AF 10-4100", "", "", "", Declared.YES, Declared.YES), Light.RED,
                        "OTHER_TAIL: tail AF 10-4100 stands here; cleared is AF 09-4066"),
                stands(apron("SIGONELLA", "af094066", "AE1234", "mq9", "drago 11", Declared.YES, Declared.YES),
                        Light.GREEN, ""),
                stands(apron("SIGONELLA", "", "", "", "", Declared.YES, Declared.YES), Light.AMBER,
                        "TAIL_NOT_COMPARED: compare the tail: cleared is AF 09-4066"),
                stands(apron("SIGONELLA", "AF 09-4066", "ae9999", "", "", Declared.YES, Declared.YES), Light.RED,
                        "OTHER_ADDRESS: 24-bit address ae9999 stands here; cleared is ae1234"),
                stands(apron("SIGONELLA", "AF 09-4066", "", "MQ-1", "", Declared.YES, Declared.YES), Light.RED,
                        "OTHER_TYPE: type MQ-1 stands here; cleared is MQ-9"),
                stands(apron("SIGONELLA", "AF 09-4066", "", "", "DRAGO12", Declared.YES, Declared.YES), Light.RED,
                        "OTHER_CALL_SIGN: call sign DRAGO12 stands here; cleared is DRAGO11"),
                stands(apron("SIGONELLA", "AF 09-4066", "", "", "", Declared.NO, Declared.YES), Light.RED,
                        "ARMED_OTHERWISE: armed: found no, declared yes"),
                stands(apron("SIGONELLA", "AF 09-4066", "", "", "", Declared.UNDECLARED, Declared.YES), Light.AMBER,
                        "ARMAMENT_NOT_INSPECTED: inspect the armament: declared is armed yes"),
                stands(apron("SIGONELLA", "AF 09-4066", "", "", "", Declared.YES, Declared.NO), Light.RED,
                        "OTHER_STATE_NOT_CLEARED: another state on the route has not cleared it"),
                stands(apron("SIGONELLA", "AF 09-4066", "", "", "", Declared.YES, Declared.UNDECLARED), Light.AMBER,
                        "OTHER_STATES_NOT_SHOWN: ask for the clearances of the other states on the route"),
                new Case(new Standing(Life.REVOKED, false, true, true, Optional.empty()),
                        apron("TRAPANI", "", "ae9999", "", "", Declared.NO, Declared.UNDECLARED),
                        Instant.parse("2016-03-03T00:00:00Z"), Light.RED,
                        """
                                REVOKED: the clearance was revoked
                                STOPPED: the base commander stopped this flight
                                FLOWN: a take-off on this clearance was already entered
                                OTHER_BASE: cleared from SIGONELLA, not TRAPANI
                                TOO_LATE: too late: cleared until 2 Mar 04:00Z
                                OTHER_ADDRESS: 24-bit address ae9999 stands here; cleared is ae1234
                                ARMED_OTHERWISE: armed: found no, declared yes
                                NOT_YET_IN_REGISTER: not yet in the register: wait a moment, check again
                                TAIL_NOT_COMPARED: compare the tail: cleared is AF 09-4066
                                OTHER_STATES_NOT_SHOWN: ask for the clearances of the other states on the route"""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLightAndItsReasons(Case one) {
        TakeoffCheck check = TakeoffCheck.of(CLEARANCE, one.standing(), one.apron(), OtherStates.UNSAID, one.at());
        assertThat(check.remarks().stream().map(r -> r.reason() + ": " + r.words()).collect(Collectors.joining("\n")))
                .isEqualTo(one.reasons());
        assertThat(check.light()).isEqualTo(one.light());
        assertThat(check.inWords()).isEqualTo(check.remarks().isEmpty()
                ? "everything compared is as cleared"
                : check.remarks().getFirst().words());
    }

    @Test
    void everyReasonIsReached() {
        Set<Remark.Reason> reached = Stream
                .concat(cases().map(one -> TakeoffCheck.of(CLEARANCE, one.standing(), one.apron(), OtherStates.UNSAID,
                        one.at())), Stream.of(several("AF 09-4067", "", "")))
                .flatMap(check -> check.remarks().stream()).map(Remark::reason).collect(Collectors.toSet());
        assertThat(reached).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OtherStatesTest.REASONS)));
    }

    private static TakeoffCheck several(String tail, String address, String callSign) {
        Mission mission = Missions.with(MISSION, Map.of("spares",
                List.of(Map.of("tail", "AF 09-4067", "address", "ae1235")), "formation",
                List.of(Map.of("tail", "AF 09-4068", "callSign", "DRAGO12"))));
        return TakeoffCheck.of(new Clearance("IT-2016-0001/1", mission, List.of(), List.of(),
                MISSION.departure().minus(Duration.ofHours(4)), 0), GOOD,
                apron("SIGONELLA", tail, address, "", callSign, Declared.YES, Declared.YES), OtherStates.UNSAID, NOW);
    }

    /** The tail says which of several is meant; where nobody looked at it, the other marks do, and the tail stays to be compared. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AF 09-4066 | ae1234 | DRAGO11 | GREEN | AF 09-4066 is one of 2 that fly; each is checked by itself
            af094068   |        | DRAGO12 | GREEN | AF 09-4068 is one of 2 that fly; each is checked by itself
            AF 09-4068 | ae1234 | DRAGO12 | GREEN | AF 09-4068 is one of 2 that fly; each is checked by itself
            AF 09-4068 |        | DRAGO11 | RED   | call sign DRAGO11 stands here; cleared is DRAGO12
            AF 09-4067 | ae1234 |         | RED   | 24-bit address ae1234 stands here; cleared is ae1235
                       | ae1235 |         | AMBER | compare the tail: cleared is AF 09-4066, AF 09-4068, AF 09-4067
                       |        | DRAGO12 | AMBER | compare the tail: cleared is AF 09-4066, AF 09-4068, AF 09-4067
                       |        | DRAGO13 | RED   | call sign DRAGO13 stands here; cleared is DRAGO11
            AF 10-4100 |        |         | RED   | tail AF 10-4100 stands here; cleared is AF 09-4066, AF 09-4068, AF 09-4067
            """)
    void whichOfSeveralStandsHere(@Nullable String tail, @Nullable String address, @Nullable String callSign,
            Light light, String words) {
        TakeoffCheck check = several(plain(tail), plain(address), plain(callSign));
        assertThat(check.inWords()).isEqualTo(words);
        assertThat(check.light()).isEqualTo(light);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Ten words fit a screen in sunlight. */
    @Test
    void reasonsAreShort() {
        cases().flatMap(one -> Arrays.stream(one.reasons().split("\n"))).filter(words -> !words.isEmpty())
                .forEach(words -> assertThat(words.substring(words.indexOf(": ") + 2).split(" ").length).as(words)
                        .isLessThanOrEqualTo(11));
    }

    @Test
    void weaponsUndeclaredAreNotNone() {
        Mission undeclared = Missions.with(MISSION, Map.of("declarations", Map.of()));
        Clearance clearance = new Clearance("x", undeclared, List.of(), List.of(), NOW, 0);
        Apron bare = apron("SIGONELLA", "AF 09-4066", "", "", "", Declared.NO, Declared.YES);
        assertThat(TakeoffCheck.of(clearance, GOOD, bare, OtherStates.UNSAID, NOW).inWords())
                .isEqualTo("armed: found no, declared not declared");
    }
}
