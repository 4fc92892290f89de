package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.done;
import static nullaosta.dossier.Ministry.proposal;
import static nullaosta.dossier.Ministry.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nullaosta.clearance.Life;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionWriter;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unarmed flights of one kind, decided once: each is still announced, assessed on its day and cleared by itself. */
class BlockTest {

    private static final Map<String, String> MARCH = Map.of("from", "2016-03-01T17:30:00Z", "until",
            "2016-04-01T00:00:00Z");

    private Ministry ministry;
    private Dossier block;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
        block = granted(3);
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    /** Surveillance in the whole of March, of which the volumes hold for all that time. */
    private static Mission asked(Map<String, Object> more) {
        Map<String, Object> volume = new HashMap<>(MissionWriter.volume(Missions.armed().volumes().getFirst()));
        volume.remove("window");
        Map<String, Object> fields = new HashMap<>(Map.of("window", MARCH, "volumes", List.of(volume)));
        fields.putAll(more);
        return Missions.with(Missions.surveillance(), fields);
    }

    private Dossier granted(int flights) {
        Dossier dossier = ministry.done("desk.rossi", NOON, ministry.filed(asked(Map.of("flights", flights))),
                proposal(Verdict.APPROVE));
        return ministry.done("smd.conti", NOON, dossier, signature(Verdict.APPROVE));
    }

    private Dossier announced(int day, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.putIfAbsent("block", block.number());
        Command.FileMission filing = filing(day, fields);
        Preview preview = ministry.dossiers.preview(ministry.who("us.embassy"), at(day), filing);
        Dossier flight = done(ministry.dossiers.file(ministry.who("us.embassy"), at(day), filing));
        assertThat(preview).as("what was foreseen is what came").isEqualTo(
                new Preview.Assessed(flight.assessed().orElseThrow(), Optional.of(new Preview.InBlock(
                        String.valueOf(fields.get("block")), flight.phase() == Phase.CLEARED, reasons(flight))),
                        Optional.empty()));
        return flight;
    }

    private static Command.FileMission filing(int day, Map<String, Object> fields) {
        return new Command.FileMission(Missions.with(Missions.surveillance().shifted(Duration.ofDays(day)), fields),
                new Receipt(at(day), "filed at the door"), Optional.empty());
    }

    private static List<String> reasons(Dossier flight) {
        return flight.history().stream().map(written -> written.entry())
                .filter(Entry.OutsideBlock.class::isInstance).map(Entry.OutsideBlock.class::cast)
                .flatMap(entry -> entry.reasons().stream()).toList();
    }

    private static Instant at(int day) {
        return NOON.plus(Duration.ofDays(day));
    }

    private Dossier now() {
        return ministry.dossiers.read(block.id()).orElseThrow();
    }

    @Test
    void aBlockIsLeaveAndNoClearance() {
        assertThat(block.phase()).isEqualTo(Phase.BLOCK);
        assertThat(block.clearance()).isEmpty();
        assertThat(NextStep.of(block).inWords()).isEqualTo("Requester: announce each flight; 3 of 3 are left");
        assertThat(Ministry.refused(ministry.ask("sig.leone", NOON, block,
                new Command.CheckTakeoff(Ministry.apron(block.mission())))).code())
                .isEqualTo(Refusal.Code.NO_CLEARANCE);
    }

    @Test
    void eachFlightIsAssessedAndClearedByTheBlocksSigners() {
        Dossier flight = announced(2, Map.of());
        assertThat(flight.phase()).isEqualTo(Phase.CLEARED);
        assertThat(flight.clearance().orElseThrow().clearance().number()).isEqualTo(flight.number() + "/1");
        assertThat(flight.clearance().orElseThrow().clearance().decidedBy()).containsExactly(
                "Gen. B. Conti, for the defence staff");
        assertThat(flight.clearance().orElseThrow().token()).endsWith(flight.assessed().orElseThrow().digest());
        assertThat(flight.history().stream().map(written -> written.entry().getClass().getSimpleName()))
                .containsExactly("MissionFiled", "Assessed", "ClearedInBlock", "ClearanceIssued");
        assertThat(now().block().orElseThrow().cleared()).containsExactly(flight.number());
    }

    private static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(Map.of("purpose", "LOGISTICS"), "purpose `LOGISTICS`, in the block `SURVEILLANCE`"),
                Arguments.of(Map.of("area", "MEDITERRANEAN"), "area `MEDITERRANEAN`, in the block `LIBYA`"),
                Arguments.of(Map.of("aircraft", Map.of("type", "RQ-4", "tail", "1", "callSign", "FORTE1", "crewed",
                        "no")), "aircraft type `RQ-4`, in the block `MQ-9`"),
                Arguments.of(Map.of("declarations", Map.of("armed", "no", "strike", "no", "sensors", "no",
                        "dangerousGoods", "no")), "sensors `no`, in the block `yes`"),
                Arguments.of(Map.of("answers", Map.of("exercise", true)), "the answers differ from those of the block"),
                Arguments.of(Map.of("operator", "Another squadron"),
                        "operator `Another squadron`, in the block `Example squadron`"),
                Arguments.of(Map.of("legs", List.of(Map.of("from", "SIGONELLA", "to", "LICT", "exit", "DODUS"))),
                        "route `SIGONELLA DODUS - LICT`, in the block `SIGONELLA DODUS DODUS SIGONELLA`"),
                Arguments.of(Map.of("volumes", List.of()),
                        "a volume lies in none of the block's, or that cannot be told"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatIsNotWhatWasGrantedGoesToTheDesk(Map<String, Object> more, String why) {
        Dossier flight = announced(2, more);
        assertThat(flight.phase()).isEqualTo(Phase.WITH_THE_DESK);
        assertThat(flight.clearance()).isEmpty();
        assertThat(outside(flight)).isEqualTo(why);
        assertThat(now().block().orElseThrow().cleared()).isEmpty();
    }

    private static String outside(Dossier flight) {
        return String.join("; ", reasons(flight));
    }

    @Test
    void anArmedFlightIsNeverClearedInABlock() {
        Dossier flight = announced(2, Map.of("declarations", Map.of("armed", "yes", "strike", "no", "sensors", "yes",
                "dangerousGoods", "no")));
        assertThat(outside(flight)).startsWith("not declared unarmed, without a strike and without dangerous goods");
        assertThat(flight.clearance()).isEmpty();
    }

    /** The place is the block's own; what differs is told once. */
    @Test
    void theBlocksWindowHoldsItsFlights() {
        assertThat(outside(announced(31, Map.of()))).isEqualTo("its window reaches beyond that of the block");
    }

    @Test
    void theLastFlightIsTheLast() {
        announced(2, Map.of());
        announced(3, Map.of());
        announced(4, Map.of());
        assertThat(NextStep.of(now()).inWords()).isEqualTo("nothing: the block is used up");
        assertThat(outside(announced(5, Map.of()))).isEqualTo("all 3 flights of the block are announced");
    }

    @Test
    void aClosedBlockTakesNoFurtherFlightAndLeavesThoseThatAreCleared() {
        Dossier flight = announced(2, Map.of());
        block = ministry.done("smd.conti", at(2), now(), new Command.CloseBlock("the exercise is over"));
        assertThat(outside(announced(3, Map.of()))).isEqualTo("the block is closed");
        assertThat(ministry.dossiers.read(flight.id()).orElseThrow().clearance().orElseThrow().life())
                .isEqualTo(Life.VALID);
        assertThat(Ministry.refused(ministry.ask("smd.conti", at(2), now(), new Command.CloseBlock("again"))).inWords())
                .isEqualTo("The block is closed; expected a block in which flights may be announced. Look at the "
                        + "case's next step.");
    }

    @Test
    void aBlockThatNobodyGrantedClearsNothing() {
        block = ministry.filed(asked(Map.of("flights", 3)));
        assertThat(outside(announced(2, Map.of())))
                .isEqualTo(block.number() + " is no block that was granted: it is with the desk");
    }

    @Test
    void anAmendedBlockMustBeDecidedAgain() {
        block = ministry.done("us.embassy", at(1), now(), new Command.AmendMission(
                asked(Map.of("flights", 3, "area", "MEDITERRANEAN")), "elsewhere"));
        assertThat(outside(announced(2, Map.of("area", "MEDITERRANEAN"))))
                .contains(block.number() + " is no block that was granted: it is with the desk");
    }

    /** Granted again it is the same leave, of which some is used. */
    @Test
    void aBlockThatIsGrantedAgainCountsOn() {
        Dossier flight = announced(2, Map.of());
        Map<String, Object> elsewhere = Map.of("area", "MEDITERRANEAN");
        ministry.done("us.embassy", at(2), now(), new Command.AmendMission(
                asked(Map.of("flights", 3, "area", "MEDITERRANEAN", "departure", "2016-03-05T18:00:00Z")),
                "elsewhere"));
        ministry.done("desk.rossi", at(2), now(), proposal(Verdict.APPROVE));
        ministry.done("smd.conti", at(2), now(), signature(Verdict.APPROVE));
        assertThat(now().block().orElseThrow().cleared()).containsExactly(flight.number());
        announced(3, elsewhere);
        announced(4, elsewhere);
        assertThat(outside(announced(5, elsewhere))).isEqualTo("all 3 flights of the block are announced");
    }

    @Test
    void whoAskedForABlockMayGiveItBack() {
        block = ministry.done("us.embassy", at(1), now(), new Command.WithdrawMission("no longer needed"));
        assertThat(outside(announced(2, Map.of())))
                .isEqualTo(block.number() + " is no block that was granted: it is withdrawn");
    }

    /** A volume of the block holds for its own hours. */
    @Test
    void aVolumesHoursHoldItsFlights() {
        Map<String, Object> morning = new HashMap<>(MissionWriter.volume(Missions.armed().volumes().getFirst()));
        morning.put("window", Map.of("from", "2016-03-03T17:30:00Z", "until", "2016-03-03T18:30:00Z"));
        Dossier dossier = ministry.done("desk.rossi", NOON, ministry.filed(asked(Map.of("flights", 3, "volumes",
                List.of(morning)))), proposal(Verdict.APPROVE));
        block = ministry.done("smd.conti", NOON, dossier, signature(Verdict.APPROVE));
        assertThat(outside(announced(2, Map.of())))
                .isEqualTo("a volume is flown at hours that the block does not have for it");
    }

    /** Sixteen announce at once; three are cleared. */
    @Test
    void theLastPlaceIsGivenOnce() throws Exception {
        try (ExecutorService embassies = Executors.newFixedThreadPool(16)) {
            List<Callable<Dossier>> asks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                asks.add(() -> done(ministry.dossiers.file(ministry.who("us.embassy"), at(2),
                        filing(2, Map.of("block", block.number())))));
            }
            int cleared = 0;
            for (Future<Dossier> flight : embassies.invokeAll(asks)) {
                cleared += flight.get().clearance().isPresent() ? 1 : 0;
            }
            assertThat(cleared).isEqualTo(3);
        }
        assertThat(now().block().orElseThrow().cleared()).hasSize(3);
    }
}
