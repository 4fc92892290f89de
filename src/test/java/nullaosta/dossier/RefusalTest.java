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
import nullaosta.decision.Opinion;
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
                        "Requester asks for `SignDecision`; expected one of Deciding authority. Sign in as "
                                + "somebody whose task it is."),
                of(Code.NOT_FOR_YOUR_ROLE, "the public files nothing", RefusalTest::fresh,
                        d -> file("public", NOON,
                                new Command.FileMission(Missions.armed(), new Receipt(NOON, "a note"),
                                        Optional.empty())),
                        "Public asks for `FileMission`; expected one of Clearance desk, Requester. Sign in as "
                                + "somebody whose task it is."),
                of(Code.UNKNOWN_CASE, "no such case", RefusalTest::fresh,
                        d -> ministry.dossiers.perform(ministry.who("desk.rossi"), NOON,
                                new DossierId(new UUID(7, 7)), new Command.WithdrawMission("why not")),
                        "No case `00000000-0000-0007-0000-000000000007`; expected the number of a case. Look "
                                + "for it in the list."),
                of(Code.NOT_YOUR_CASE, "another state's case", RefusalTest::fresh,
                        d -> ask("gb.embassy", NOON, d, new Command.WithdrawMission("theirs")),
                        "`NUMBER` is another's case; expected a case of your state or your base. Look at your "
                                + "own list."),
                of(Code.NOT_YOUR_CASE, "another base's flight", Ministry::cleared,
                        d -> ask("pan.moro", DEPARTURE, d, new Command.CheckTakeoff(Ministry.apron(d.mission()))),
                        "`NUMBER` is another's case; expected a case of your state or your base. Look at your "
                                + "own list."),
                of(Code.NOT_YOUR_CASE, "a mission of another state", RefusalTest::fresh,
                        d -> ministry.file("gb.embassy", NOON, Missions.armed()),
                        "A mission of `US` filed for `GB`; expected a mission of your own state. Let that "
                                + "state's embassy file it."),
                of(Code.ORIGINAL_MISSING, "the desk files for a requester", RefusalTest::fresh,
                        d -> file("desk.rossi", NOON,
                                new Command.FileMission(Missions.armed(), new Receipt(NOON, "a note"),
                                        Optional.of(" "))),
                        "A filing for a requester without its original; expected the note, mail or call it "
                                + "came as. Name it, such as `note verbale 112/2016`."),
                of(Code.BAD_INPUT, "received in the future", RefusalTest::fresh,
                        d -> file("desk.rossi", NOON,
                                new Command.FileMission(Missions.armed(), tomorrow, Optional.of("a note"))),
                        "Received at `2016-03-01T12:00:01Z`; expected an instant that is not in the future. "
                                + "Give when the request reached the host."),
                of(Code.BAD_INPUT, "receipt corrected to the future", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.CorrectReceipt(tomorrow, "a mistake")),
                        "Received at `2016-03-01T12:00:01Z`; expected an instant that is not in the future. "
                                + "Give when the request reached the host."),
                of(Code.BAD_INPUT, "amended to another data mode", RefusalTest::fresh,
                        d -> ask("us.embassy", NOON, d, new Command.AmendMission(
                                Missions.with(d.mission(), Map.of("dataMode", "EXERCISE")), "only an exercise")),
                        "Another operator state or data mode; expected the same as in the case. File it as a "
                                + "case of its own."),
                of(Code.UNKNOWN_VERSION, "a version that is only proposed", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.ReassessUnder("it-us-sigonella/2.proposed")),
                        "No published version `it-us-sigonella/2.proposed`; expected one of it-us-sigonella/1. Known"
                                + " here: it-us-sigonella/1."),
                of(Code.BAD_INPUT, "no value of that fact", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, statement("file.personnelOnGround", "perhaps")),
                        "`perhaps` in answer to “Are the personnel to be protected on the ground there, then?”; expected yes or no."
                                + " Programs send true and false."),
                of(Code.BAD_INPUT, "a statement of tomorrow", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.MakeStatement("file.personnelOnGround", "true",
                                "liaison officer", java.time.LocalDate.parse("2016-03-02"), Optional.empty(),
                                Optional.empty(),
                                nullaosta.mission.Grade.parse("B2"), nullaosta.agreement.vocabulary.Basis.ASSURED)),
                        "A statement dated `2016-03-02`; expected a day that is not in the future. "
                                + "Give the day on which it was made."),
                of(Code.BAD_INPUT, "a statement by nobody", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.MakeStatement("file.personnelOnGround", "true", " ",
                                LocalDate.EPOCH, Optional.empty(), Optional.empty(), Grade.parse("F6"),
                                Basis.UNVERIFIED)),
                        "A statement without its source; expected who says so. Name the person, office or "
                                + "paper."),
                of(Code.BAD_INPUT, "revoked before it was issued", Ministry::cleared,
                        d -> ask("min.ferri", DEPARTURE, d,
                                new Command.RevokeClearance("from the start", Optional.of(NOON))),
                        "Revoked from `2016-03-01T12:00:00Z`; expected an instant not before the issue. Leave "
                                + "it out to revoke from now."),
                of(Code.BAD_INPUT, "will take off", Ministry::released,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.EnterTakeoff(DEPARTURE.plusSeconds(1))),
                        "`2016-03-01T18:00:01Z`; expected an instant that is not in the future. Enter what "
                                + "has happened."),
                of(Code.BAD_INPUT, "landed before it took off", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d, new Command.EnterLanding(
                                DEPARTURE.minusSeconds(1), "SIGONELLA", Entry.Landing.PLANNED, "")),
                        "Landed at `2016-03-01T17:59:59Z`; expected an instant after the take-off. Correct "
                                + "the time."),
                of(Code.BAD_INPUT, "no such deviation", Ministry::airborne,
                        d -> ask("watch.sala", DEPARTURE, d, new Command.AcknowledgeDeviation("x", "seen")),
                        "No deviation `x`; expected one of this flight. Look at the flight's deviations."),
                of(Code.WRONG_PHASE, "a statement on a decided case", Ministry::cleared,
                        d -> ask("desk.rossi", DEPARTURE, d, statement("file.personnelOnGround", "false")),
                        "The case is cleared; expected a case that is not decided yet. Look at the case's "
                                + "next step."),
                of(Code.WRONG_PHASE, "decided twice", Ministry::cleared,
                        d -> ask("min.ferri", DEPARTURE, d, signature(Verdict.REFUSE)),
                        "The case is cleared; expected a case that is not decided yet. Look at the case's "
                                + "next step."),
                of(Code.WRONG_PHASE, "prepared once it is cleared", Ministry::cleared,
                        d -> ask("desk.rossi", DEPARTURE, d, proposal(Verdict.REFUSE)),
                        "The case is cleared; expected a case that is not decided yet. Look at the case's "
                                + "next step."),
                of(Code.WRONG_PHASE, "amended in the air", Ministry::airborne,
                        d -> ask("us.embassy", DEPARTURE.plusSeconds(60), d,
                                new Command.AmendMission(Missions.surveillance(), "another task")),
                        "The case is flown; expected a case whose flight has not taken off. Look at the "
                                + "case's next step."),
                of(Code.WRONG_PHASE, "withdrawn once it is cleared", Ministry::cleared,
                        d -> ask("us.embassy", DEPARTURE, d, new Command.WithdrawMission("rather not")),
                        "The case is cleared; expected a case that is not decided yet. Look at the case's "
                                + "next step."),
                of(Code.WRONG_PHASE, "revoked after the landing", m -> landed(m),
                        d -> ask("min.ferri", DEPARTURE.plusSeconds(9_000), d,
                                new Command.RevokeClearance("too late", Optional.empty())),
                        "The flight has landed; expected a flight that is still to come or in the air. Look "
                                + "at the case's next step."),
                of(Code.REASON_MISSING, "prepared without reasons", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d,
                                new Command.PrepareDecision(Verdict.APPROVE, " ", List.of())),
                        "No reason; expected a reason in words. Say why: it becomes part of the case."),
                of(Code.REASON_MISSING, "suspended without a reason", Ministry::cleared,
                        d -> ask("min.ferri", DEPARTURE, d, new Command.SuspendClearance("")),
                        "No reason; expected a reason in words. Say why: it becomes part of the case."),
                of(Code.REASON_MISSING, "stopped without a reason", Ministry::released,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.CallTakeoff(Entry.Call.STOP, "")),
                        "No reason; expected a reason in words. Say why: it becomes part of the case."),
                of(Code.REASON_MISSING, "an emergency without words", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d, new Command.EnterLanding(
                                DEPARTURE.plusSeconds(60), "LICT", Entry.Landing.EMERGENCY, " ")),
                        "No reason; expected a reason in words. Say why: it becomes part of the case."),
                of(Code.UNKNOWN_FACT, "a fact misspelt", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, statement("file.personelOnGround", "true")),
                        "Unknown fact `file.personelOnGround`; expected one of file.personnelOnGround, "
                                + "file.harmEstimate, file.expressRequest, file.requestedBy, file.requestedOn. Did you "
                                + "mean `file.personnelOnGround`?"),
                of(Code.NOT_YOUR_FACT, "the desk declares for the requester", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, statement("mission.armed", "false")),
                        "`mission.armed` stated by the desk; expected the requester to supply it. Facts of "
                                + "the file are file.personnelOnGround, file.harmEstimate, file.expressRequest, "
                                + "file.requestedBy, file.requestedOn."),
                of(Code.NOT_NAMED, "the night desk enters whom it protects", RefusalTest::fresh,
                        d -> ask("desk.greco", NOON, d, Examples.PARTY),
                        "`desk.greco`, whom no act names for protected parties; expected somebody named for them. "
                                + "Ask one of those whom the host's list of people names."),
                of(Code.NOT_NAMED, "an officer looks who is not named", m -> m.done("desk.rossi", NOON, fresh(m),
                        Examples.PARTY),
                        d -> ask("smd.conti", NOON, d, new Command.LookAtProtectedParties("to decide")),
                        "`smd.conti`, whom no act names for protected parties; expected somebody named for them. "
                                + "Ask one of those whom the host's list of people names."),
                of(Code.REASON_MISSING, "a look without a reason", m -> m.done("desk.rossi", NOON, fresh(m),
                        Examples.PARTY),
                        d -> ask("min.ferri", NOON, d, new Command.LookAtProtectedParties(" ")),
                        "No reason; expected a reason in words. Say why: it becomes part of the case."),
                of(Code.UNKNOWN_PROTECTED_PARTY, "a look at nobody", RefusalTest::fresh,
                        d -> ask("min.ferri", NOON, d, new Command.LookAtProtectedParties("to decide")),
                        "No protected party; expected a case with one."),
                of(Code.UNKNOWN_PROTECTED_PARTY, "another struck out", m -> m.done("desk.rossi", NOON, fresh(m),
                        Examples.PARTY),
                        d -> ask("desk.rossi", NOON, d, new Command.StrikeOutProtectedParty(2, "they left")),
                        "No protected party 2; expected one of [1]."),
                of(Code.BAD_INPUT, "a party in no theatre", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.EnterProtectedParty("the hospital", "LYBIA",
                                Examples.MISRATA, Missions.armed().window(), "liaison", Grade.parse("B2"))),
                        "`LYBIA` as their area; expected one of " + String.join(", ", Missions.READER.areas())
                                + ". Give the theatre they are in."),
                of(Code.BAD_INPUT, "a party without a name", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.EnterProtectedParty(" ", "LIBYA",
                                Examples.MISRATA, Missions.armed().window(), "liaison", Grade.parse("B2"))),
                        "A protected party without name or source; expected who they are, and who says so. "
                                + "Give both."),
                of(Code.BAD_INPUT, "an answer by yesterday", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.AskOffice("FOCA", "any objection?",
                                LocalDate.parse("2016-02-29"))),
                        "An answer by `2016-02-29`; expected a day that is not over. Give the last day on which "
                                + "an answer helps."),
                of(Code.BAD_INPUT, "nothing asked", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.AskOffice("FOCA", " ",
                                LocalDate.parse("2016-03-02"))),
                        "No question; expected what the office is asked. Write what it should say yes or no to."),
                of(Code.BAD_INPUT, "asked twice", RefusalTest::asked,
                        d -> ask("desk.rossi", NOON, d, new Command.AskOffice("FOCA", "and now?",
                                LocalDate.parse("2016-03-02"))),
                        "FOCA asked already, in consultation 1; expected one question at a time. Enter its answer "
                                + "first."),
                of(Code.BAD_INPUT, "an answer of tomorrow", RefusalTest::asked,
                        d -> ask("desk.rossi", NOON, d, new Command.EnterOpinion(1, new Opinion(
                                Opinion.Stance.NO_OBJECTION, "Cons. Riva", LocalDate.parse("2016-03-02"), "",
                                Optional.empty(), Optional.empty()))),
                        "An answer dated `2016-03-02`; expected a day that is not in the future. Give the day on "
                                + "which it was given."),
                of(Code.REASON_MISSING, "an objection without words", RefusalTest::asked,
                        d -> ask("desk.rossi", NOON, d, new Command.EnterOpinion(1, new Opinion(
                                Opinion.Stance.OBJECTION, "Cons. Riva", LocalDate.parse("2016-03-01"), " ",
                                Optional.empty(), Optional.empty()))),
                        "No reason; expected a reason in words. Say why: it becomes part of the case."),
                of(Code.BAD_INPUT, "a block of armed flights", RefusalTest::fresh,
                        d -> file("us.embassy", NOON, new Command.FileMission(
                                Missions.with(Missions.armed(), Map.of("flights", 3)), new Receipt(NOON, "a note"),
                                Optional.empty())),
                        "A block of flights that are not declared unarmed, without a strike and without dangerous "
                                + "goods; expected no weapons, no release of weapons and no dangerous goods, each declared "
                                + "`no`. Ask for each such flight by itself."),
                of(Code.BAD_INPUT, "amended into a block", RefusalTest::fresh,
                        d -> ask("us.embassy", NOON, d, new Command.AmendMission(
                                Missions.with(Missions.surveillance(), Map.of("flights", 3)), "more of them")),
                        "Another number of flights or another block; expected the same as in the case. File it as "
                                + "a case of its own."),
                of(Code.UNKNOWN_CASE, "announced in a block of another state", m -> m.filed(
                        Missions.with(Missions.surveillance(), Map.of("flights", 3))),
                        d -> file("gb.embassy", NOON, new Command.FileMission(
                                Missions.with(Missions.surveillance(), Map.of("operatorState", "GB", "block",
                                        d.number())),
                                new Receipt(NOON, "a note"), Optional.empty())),
                        "No case `NUMBER`; expected the number of a case. Look for it in the list."),
                of(Code.WRONG_PHASE, "no block to close", RefusalTest::fresh,
                        d -> ask("min.ferri", NOON, d, new Command.CloseBlock("enough")),
                        "The case holds no block; expected a block in which flights may be announced. Look at the "
                                + "case's next step."),
                of(Code.UNKNOWN_OFFICE, "no name of an office", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.AskOffice("42nd & co", "any objection?",
                                LocalDate.parse("2016-03-02"))),
                        "Unknown office `42nd & co`; expected a name such as `FOCA` or `Ministry of Foreign Affairs`."),
                of(Code.UNKNOWN_CONSULTATION, "an answer to nothing", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d, new Command.EnterOpinion(1, Examples.NO_OBJECTION)),
                        "No consultation 1; expected the number of one that waits for its answer. Ask the office "
                                + "anew if it has more to say."),
                of(Code.UNKNOWN_CONSULTATION, "answered twice", m -> m.done("desk.rossi", NOON, asked(m),
                        new Command.EnterOpinion(1, Examples.NO_OBJECTION)),
                        d -> ask("desk.rossi", NOON, d, new Command.EnterOpinion(1, Examples.OBJECTION)),
                        "Consultation 1, which is answered; expected the number of one that waits for its answer. "
                                + "Ask the office anew if it has more to say."),
                of(Code.UNKNOWN_CONSULTATION, "an answer about another mission", m -> m.done("us.embassy", NOON,
                        asked(m), new Command.AmendMission(Missions.surveillance(), "unarmed after all")),
                        d -> ask("desk.rossi", NOON, d, new Command.EnterOpinion(1, Examples.NO_OBJECTION)),
                        "Consultation 1, about the mission before it was amended; expected the number of one that "
                                + "waits for its answer. Ask the office anew if it has more to say."),
                of(Code.UNKNOWN_STATEMENT, "a ruling on nothing", RefusalTest::fresh,
                        d -> ask("desk.rossi", NOON, d,
                                new Command.RuleOnStatement("file.personnelOnGround", 1, "it is so")),
                        "No statement 1 on `file.personnelOnGround`; expected the number of a statement on "
                                + "that fact. Look at the statements of the case."),
                of(Code.BARRED, "nobody counts twice", m -> m.done("min.ferri", NOON.plusSeconds(1_800),
                        m.prepared(Missions.armed()), signature(Verdict.APPROVE)),
                        d -> ask("min.ferri", NOON.plusSeconds(2_000), d, signature(Verdict.APPROVE)),
                        "The person has signed this case; expected an officer who may sign, and a case that "
                                + "can be decided so. A second signature must be another officer's: nobody counts twice."),
                of(Code.BARRED, "an officer of another authority", m -> m.prepared(Missions.armed()),
                        d -> ask("smd.conti", NOON.plusSeconds(2_000), d, signature(Verdict.APPROVE)),
                        "The person holds no live mandate of an authority that this case waits for; expected "
                                + "an officer who may sign, and a case that can be decided so. Ask an officer of the "
                                + "authority named in the case."),
                of(Code.BARRED, "another authority revokes", Ministry::cleared,
                        d -> ask("smd.conti", DEPARTURE, d,
                                new Command.RevokeClearance("on my own", Optional.empty())),
                        "The person holds no live mandate of an authority that this case waits for; expected "
                                + "an officer who may sign, and a case that can be decided so. Ask an officer of the "
                                + "authority named in the case."),
                of(Code.NOT_DELEGATED, "the minister on the telephone of somebody who may not enter it",
                        m -> m.prepared(Missions.armed()),
                        d -> ask("desk.rossi", NOON.plusSeconds(1_800), d,
                                new Command.EnterOralDecision("min.ferri", Verdict.APPROVE, "go",
                                        NOON.plusSeconds(1_700), "telephone", "Cap. Rossi")),
                        "No standing delegation to enter what `min.ferri` decides; expected one; you have none. Have "
                                + "the officer sign, or their duty officer enter it."),
                of(Code.NOT_GIVEN_ORALLY, "nothing was entered in the minister's name",
                        m -> m.prepared(Missions.armed()),
                        d -> ask("min.ferri", NOON.plusSeconds(1_800), d, new Command.AnswerOralDecision(
                                Entry.OralWord.CONFIRM, "as I said", Optional.empty())),
                        "No oral decision in your name that waits for your word; expected one that a duty officer "
                                + "entered for you and that the case still rests on. If the case is before you for "
                                + "decision, sign it."),
                of(Code.ASSESSES_OTHERWISE_NOW, "the day's only sortie was given to another", RefusalTest::second,
                        d -> ask("smd.conti", NOON.plusSeconds(3), d, signature(Verdict.APPROVE)),
                        "The case now assesses as INELIGIBLE by ART-3.1, prepared as ELIGIBLE; expected the "
                                + "outcome it was prepared on. Let the desk prepare it anew."),
                of(Code.CLOCK_WENT_BACK, "the server's clock was put back by an hour",
                        m -> m.prepared(Missions.armed()),
                        d -> ask("min.ferri", NOON.minusSeconds(3_600), d, signature(Verdict.APPROVE)),
                        "The server's clock says `2016-03-01T11:00:00Z`, before the case's last entry; expected no "
                                + "earlier than `2016-03-01T12:20:00Z`. The clock was put back: have it set right, and "
                                + "send it again."),
                of(Code.NO_CLEARANCE, "checked without a clearance", RefusalTest::fresh,
                        d -> ask("sig.leone", NOON, d, new Command.CheckTakeoff(Ministry.apron(d.mission()))),
                        "The case has no clearance; expected a cleared flight. Nothing may take off on this "
                                + "case."),
                of(Code.NO_CLEARANCE, "suspended without a clearance", RefusalTest::fresh,
                        d -> ask("min.ferri", NOON, d, new Command.SuspendClearance("to be safe")),
                        "The case has no clearance; expected a clearance that is valid. Look at the case's "
                                + "history."),
                of(Code.NOT_CHECKED, "released unchecked", Ministry::cleared,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.CallTakeoff(Entry.Call.RELEASE, "")),
                        "No green or amber check that still stands; expected a check within the last 30 "
                                + "minutes. Check the aircraft, then release it."),
                of(Code.NOT_IN_THE_AIR, "landed without a take-off", Ministry::cleared,
                        d -> ask("sig.leone", DEPARTURE, d, new Command.EnterLanding(DEPARTURE, "SIGONELLA",
                                Entry.Landing.PLANNED, "")),
                        "The flight is not in the air; expected a take-off without a landing. Enter the "
                                + "take-off first."),
                of(Code.ALREADY_IN_THE_AIR, "a second take-off", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d, new Command.EnterTakeoff(DEPARTURE)),
                        "A take-off is entered already; expected a flight on the ground. Enter the landing."),
                of(Code.ALREADY_IN_THE_AIR, "stopped in the air", Ministry::airborne,
                        d -> ask("sig.leone", DEPARTURE.plusSeconds(60), d,
                                new Command.CallTakeoff(Entry.Call.STOP, "come back")),
                        "The flight has taken off; expected an aircraft still on the ground. Ask the watch "
                                + "floor to recover it."));
    }

    private static Dossier asked(Ministry at) {
        return at.done("desk.rossi", NOON, fresh(at), new Command.AskOffice("FOCA", "any objection?",
                LocalDate.parse("2016-03-02")));
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
        assertThat(seen)
                .as("with NOT_CONSULTED, which needs terms with consultees: ConsultationTest; of absences: DeputyTest; of erasure: ErasingTest")
                .isEqualTo(EnumSet.complementOf(
                        EnumSet.of(Code.NOT_CONSULTED, Code.NOT_DEPUTY, Code.ABSENT_ALREADY, Code.ERASED, Code.NOT_HELD,
                                Code.UNDER_HOLD, Code.RETAINED, Code.NOT_PROPOSED)));
    }
}
