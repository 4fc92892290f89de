package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.proposal;
import static nullaosta.dossier.Ministry.refused;
import static nullaosta.dossier.Ministry.signature;
import static nullaosta.dossier.Ministry.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Refusal.Code;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every reason for which a command is not carried out, word for word; and that nothing is stored then. */
class RefusalTest {

    private static Ministry ministry;

    @BeforeAll
    static void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterAll
    static void verifyAndClose() {
        ministry.close();
    }

    private record Case(Code code, String story, Function<Ministry, Dossier> before,
            Function<Dossier, Answer> command, String words) {}

    private static Case of(Code code, String story, Function<Ministry, Dossier> before,
            Function<Dossier, Answer> command, String words) {
        return new Case(code, story, before, command, words);
    }

    private static Answer ask(String by, Instant at, Dossier dossier, Command command) {
        return ministry.ask(by, at, dossier, command);
    }

    private static Answer file(String by, Instant at, Command.FileMission command) {
        return ministry.dossiers.file(ministry.who(by), at, command);
    }

    private static Dossier fresh(Ministry at) {
        return at.filed(Missions.armed());
    }

    private static Stream<Case> cases() {
        Receipt tomorrow = new Receipt(NOON.plusSeconds(1), "a note");
        return Stream.of(
                of(Code.NOT_FOR_YOUR_ROLE, "a requester decides nothing", m -> m.prepared(Missions.armed()),
                        d -> ask("us.embassy", NOON, d, signature(Verdict.APPROVE)),
                        "Requester asks for `SignDecision`; expected one of Deciding authority. "
                                + "sign in as somebody whose task it is"),
                of(Code.NOT_FOR_YOUR_ROLE, "the public files nothing", RefusalTest::fresh,
                        d -> file("public", NOON,
                                new Command.FileMission(Missions.armed(), new Receipt(NOON, "a note"),
                                        Optional.empty())),
                        "Public asks for `FileMission`; expected one of Clearance desk, Requester. "
                                + "sign in as somebody whose task it is"),
                of(Code.UNKNOWN_CASE, "no such case", RefusalTest::fresh,
                        d -> ministry.dossiers.perform(ministry.who("desk.rossi"), NOON,
                                new DossierId(new UUID(7, 7)), new Command.WithdrawMission("why not")),
                        "no case `00000000-0000-0007-0000-000000000007`; expected the number of a case. "
                                + "look for it in the list"),
                of(Code.NOT_YOUR_CASE, "another state's case", RefusalTest::fresh,
                        d -> ask("gb.embassy", NOON, d, new Command.WithdrawMission("theirs")),
                        "`NUMBER` is another's case; expected a case of your state or your base. "
                                + "look at your own list"),
                of(Code.NOT_YOUR_CASE, "another base's flight", Ministry::cleared,
                        d -> ask("pan.moro", DEPARTURE, d, new Command.CheckTakeoff(Ministry.apron(d.mission()))),
                        "`NUMBER` is another's case; expected a case of your state or your base. "
                                + "look at your own list"),
                of(Code.NOT_YOUR_CASE, "a mission of another state", RefusalTest::fresh,
                        d -> ministry.file("gb.embassy", NOON, Missions.armed()),
                        "a mission of `US` filed for `GB`; expected a mission of your own state. "
                                + "let that state's embassy file it"),
                of(Code.ORIGINAL_MISSING, "the desk files for a requester", RefusalTest::fresh,
                        d -> file("desk.rossi", NOON,
                                new Command.FileMission(Missions.armed(), new Receipt(NOON, "a note"),
                                        Optional.of(" "))),
                        "a filing for a requester without its original; expected the note, mail or call it came as. "
                                + "name it, such as `note verbale 112/2016`"),
                of(Code.BAD_INPUT, "received in the future", RefusalTest::fresh,
                        d -> file("desk.rossi", NOON,
                                new Command.FileMission(Missions.armed(), tomorrow, Optional.of("a note"))),
                        "received at `2016-03-01T12:00:01Z`; expected an instant that is not in the future. "
                                + "give when the request reached the host"),
                of(Code.BAD_INPUT, "receipt corrected to the future", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.CorrectReceipt(tomorrow, "a mistake")),
                        "received at `2016-03-01T12:00:01Z`; expected an instant that is not in the future. "
                                + "give when the request reached the host"),
                of(Code.BAD_INPUT, "amended to another data mode", RefusalTest::fresh,
                        d -> ask("us.embassy", NOON, d, new Command.AmendMission(
                                Missions.with(d.mission(), Map.of("dataMode", "EXERCISE")), "only an exercise")),
                        "another operator state or data mode; expected the same as in the case. "
                                + "file it as a case of its own"),
                of(Code.BAD_INPUT, "no value of that fact", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, statement("file.personnelOnGround", "perhaps")),
                        "`perhaps` as the value of `file.personnelOnGround`; expected a value of its type. "
                                + "found `perhaps`, expected true or false."),
                of(Code.BAD_INPUT, "a statement by nobody", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.MakeStatement("file.personnelOnGround", "true", " ",
                                LocalDate.EPOCH, Optional.empty(), Grade.parse("F6"),
                                Basis.UNVERIFIED)),
                        "a statement without its source; expected who says so. name the person, office or paper"),
                of(Code.BAD_INPUT, "revoked before it was issued", Ministry::cleared,
                        d -> ask("min.ferri", DEPARTURE, d,
                                new Command.RevokeClearance("from the start", Optional.of(NOON))),
                        "revoked from `2016-03-01T12:00:00Z`; expected an instant not before the issue. "
                                + "leave it out to revoke from now"),
                of(Code.BAD_INPUT, "will take off", Ministry::released,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.EnterTakeoff(DEPARTURE.plusSeconds(1))),
                        "`2016-03-01T18:00:01Z`; expected an instant that is not in the future. "
                                + "enter what has happened"),
                of(Code.BAD_INPUT, "landed before it took off", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d, new Command.EnterLanding(
                                DEPARTURE.minusSeconds(1), "SIGONELLA", Entry.Landing.PLANNED, "")),
                        "landed at `2016-03-01T17:59:59Z`; expected an instant after the take-off. correct the time"),
                of(Code.BAD_INPUT, "no such deviation", Ministry::airborne,
                        d -> ask("watch.sala", DEPARTURE, d, new Command.AcknowledgeDeviation("x", "seen")),
                        "no deviation `x`; expected one of this flight. look at the flight's deviations"),
                of(Code.WRONG_PHASE, "a statement on a decided case", Ministry::cleared,
                        d -> ask("desk.rossi", DEPARTURE, d, statement("file.personnelOnGround", "false")),
                        "the case is cleared; expected a case that is not decided yet. look at the case's next step"),
                of(Code.WRONG_PHASE, "decided twice", Ministry::cleared,
                        d -> ask("min.ferri", DEPARTURE, d, signature(Verdict.REFUSE)),
                        "the case is cleared; expected a case that is not decided yet. look at the case's next step"),
                of(Code.WRONG_PHASE, "prepared once it is cleared", Ministry::cleared,
                        d -> ask("desk.rossi", DEPARTURE, d, proposal(Verdict.REFUSE)),
                        "the case is cleared; expected a case that is not decided yet. look at the case's next step"),
                of(Code.WRONG_PHASE, "amended in the air", Ministry::airborne,
                        d -> ask("us.embassy", DEPARTURE.plusSeconds(60), d,
                                new Command.AmendMission(Missions.surveillance(), "another task")),
                        "the case is flown; expected a case whose flight has not taken off. "
                                + "look at the case's next step"),
                of(Code.WRONG_PHASE, "withdrawn once it is cleared", Ministry::cleared,
                        d -> ask("us.embassy", DEPARTURE, d, new Command.WithdrawMission("rather not")),
                        "the case is cleared; expected a case that is not decided yet. look at the case's next step"),
                of(Code.WRONG_PHASE, "revoked after the landing", m -> landed(m),
                        d -> ask("min.ferri", DEPARTURE.plusSeconds(9_000), d,
                                new Command.RevokeClearance("too late", Optional.empty())),
                        "the flight has landed; expected a flight that is still to come or in the air. "
                                + "look at the case's next step"),
                of(Code.REASON_MISSING, "prepared without reasons", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d,
                                new Command.PrepareDecision(Verdict.APPROVE, " ", List.of())),
                        "no reason; expected a reason in words. say why: it becomes part of the case"),
                of(Code.REASON_MISSING, "suspended without a reason", Ministry::cleared,
                        d -> ask("min.ferri", DEPARTURE, d, new Command.SuspendClearance("")),
                        "no reason; expected a reason in words. say why: it becomes part of the case"),
                of(Code.REASON_MISSING, "stopped without a reason", Ministry::released,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.CallTakeoff(Entry.Call.STOP, "")),
                        "no reason; expected a reason in words. say why: it becomes part of the case"),
                of(Code.REASON_MISSING, "an emergency without words", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d, new Command.EnterLanding(
                                DEPARTURE.plusSeconds(60), "LICT", Entry.Landing.EMERGENCY, " ")),
                        "no reason; expected a reason in words. say why: it becomes part of the case"),
                of(Code.UNKNOWN_FACT, "a fact misspelt", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, statement("file.personelOnGround", "true")),
                        "unknown fact `file.personelOnGround`; expected one of file.personnelOnGround, "
                                + "file.harmEstimate, file.expressRequest, file.requestedBy, file.requestedOn. "
                                + "did you mean `file.personnelOnGround`?"),
                of(Code.NOT_YOUR_FACT, "the desk declares for the requester", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, statement("mission.armed", "false")),
                        "`mission.armed` stated by the desk; expected the requester to supply it. facts of the file "
                                + "are file.personnelOnGround, file.harmEstimate, file.expressRequest, "
                                + "file.requestedBy, file.requestedOn"),
                of(Code.UNKNOWN_STATEMENT, "a ruling on nothing", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d,
                                new Command.RuleOnStatement("file.personnelOnGround", 1, "it is so")),
                        "no statement 1 on `file.personnelOnGround`; expected the number of a statement on that fact. "
                                + "look at the statements of the case"),
                of(Code.BARRED, "nobody counts twice", m -> m.done("min.ferri", NOON.plusSeconds(1_800),
                        m.prepared(Missions.armed()), signature(Verdict.APPROVE)),
                        d -> ask("min.ferri", NOON.plusSeconds(2_000), d, signature(Verdict.APPROVE)),
                        "the person has signed this case; expected an officer who may sign, and a case that can be "
                                + "decided so. a second signature must be another officer's: nobody counts twice"),
                of(Code.BARRED, "an officer of another authority", m -> m.prepared(Missions.armed()),
                        d -> ask("smd.conti", NOON.plusSeconds(2_000), d, signature(Verdict.APPROVE)),
                        "the person holds no live mandate of an authority that this case waits for; expected an "
                                + "officer who may sign, and a case that can be decided so. ask an officer of the "
                                + "authority named in the case"),
                of(Code.BARRED, "another authority revokes", Ministry::cleared,
                        d -> ask("smd.conti", DEPARTURE, d,
                                new Command.RevokeClearance("on my own", Optional.empty())),
                        "the person holds no live mandate of an authority that this case waits for; expected an "
                                + "officer who may sign, and a case that can be decided so. ask an officer of the "
                                + "authority named in the case"),
                of(Code.ASSESSES_OTHERWISE_NOW, "the day's only sortie was given to another", RefusalTest::second,
                        d -> ask("smd.conti", NOON.plusSeconds(3), d, signature(Verdict.APPROVE)),
                        "the case now assesses as INELIGIBLE by ART-3.1, prepared as ELIGIBLE; expected the outcome "
                                + "it was prepared on. let the desk prepare it anew"),
                of(Code.NO_CLEARANCE, "checked without a clearance", RefusalTest::fresh,
                        d -> ask("sig.leone", NOON, d, new Command.CheckTakeoff(Ministry.apron(d.mission()))),
                        "the case has no clearance; expected a cleared flight. nothing may take off on this case"),
                of(Code.NO_CLEARANCE, "suspended without a clearance", RefusalTest::fresh,
                        d -> ask("min.ferri", NOON, d, new Command.SuspendClearance("to be safe")),
                        "the case has no clearance; expected a clearance that is valid. look at the case's history"),
                of(Code.NOT_CHECKED, "released unchecked", Ministry::cleared,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.CallTakeoff(Entry.Call.RELEASE, "")),
                        "no green or amber check that still stands; expected a check within the last 30 minutes. "
                                + "check the aircraft, then release it"),
                of(Code.NOT_IN_THE_AIR, "landed without a take-off", Ministry::cleared,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.EnterLanding(DEPARTURE, "SIGONELLA",
                                Entry.Landing.PLANNED, "")),
                        "the flight is not in the air; expected a take-off without a landing. "
                                + "enter the take-off first"),
                of(Code.ALREADY_IN_THE_AIR, "a second take-off", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d, new Command.EnterTakeoff(DEPARTURE)),
                        "a take-off is entered already; expected a flight on the ground. enter the landing"),
                of(Code.ALREADY_IN_THE_AIR, "stopped in the air", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d,
                                new Command.CallTakeoff(Entry.Call.STOP, "come back")),
                        "the flight has taken off; expected an aircraft still on the ground. "
                                + "ask the watch floor to recover it"));
    }

    private static Dossier landed(Ministry at) {
        return at.done("sig.leone", DEPARTURE.plusSeconds(8_000), at.airborne(), new Command.EnterLanding(
                DEPARTURE.plusSeconds(8_000), "SIGONELLA", Entry.Landing.PLANNED, ""));
    }

    /** Prepared while the day's one sortie at Pantelleria was free; since then it was given to another. */
    private static Dossier second(Ministry at) {
        Dossier first = at.done("desk.rossi", NOON, at.filed(Missions.pantelleria("N351DY")),
                proposal(Verdict.APPROVE));
        Dossier second = at.done("desk.rossi", NOON, at.filed(Missions.pantelleria("N352DY")),
                proposal(Verdict.APPROVE));
        at.done("smd.conti", NOON.plusSeconds(2), first, signature(Verdict.APPROVE));
        return second;
    }

    @TestFactory
    Stream<DynamicTest> itIsRefusedInTheseWordsAndNothingIsStored() {
        return cases().map(refusal -> DynamicTest.dynamicTest(refusal.code() + ": " + refusal.story(), () -> {
            Dossier before = refusal.before().apply(ministry);
            Map<String, Long> counts = ministry.counts();
            Refusal found = refused(refusal.command().apply(before));
            assertThat(found.inWords()).isEqualTo(refusal.words().replace("NUMBER", before.number()));
            assertThat(found.code()).isEqualTo(refusal.code());
            assertThat(ministry.counts()).as("rows of every table").isEqualTo(counts);
            assertThat(ministry.dossiers.read(before.id())).contains(before);
        }));
    }

    @Test
    void everyReasonHasACase() {
        Set<Code> seen = cases().map(Case::code).collect(Collectors.toSet());
        assertThat(seen).isEqualTo(EnumSet.allOf(Code.class));
    }
}
