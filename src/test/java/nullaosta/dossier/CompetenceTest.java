package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.decision.Opinion;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.flight.Deviation;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import nullaosta.party.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask for what: each role with each command, on a real case. */
class CompetenceTest {

    private static final Receipt RECEIPT = new Receipt(NOON, "a note");

    /** One person of each role. */
    private static final Map<Role, String> PERSON = new EnumMap<>(Map.of(Role.REQUESTER, "us.embassy", Role.DESK,
            "desk.rossi", Role.AUTHORITY, "min.ferri", Role.BASE, "sig.leone", Role.WATCH, "watch.sala",
            Role.OVERSIGHT, "audit.bruni", Role.PUBLIC, "public", Role.TREATY, "treaty.bassi", Role.ENVOY, "us.envoy"));

    private static final List<Command> COMMANDS = List.of(
            new Command.FileMission(Missions.armed(), RECEIPT, Optional.of("a note")),
            new Command.AmendMission(Missions.armed(), "why"), new Command.WithdrawMission("why"),
            new Command.CorrectReceipt(RECEIPT, "why"),
            new Command.MakeStatement("file.personnelOnGround", "true", "somebody", LocalDate.EPOCH, Optional.empty(),
                    Optional.empty(), Grade.parse("F6"), Basis.UNVERIFIED),
            new Command.RuleOnStatement("file.personnelOnGround", 1, "why"),
            new Command.AskOffice("FOCA", "any objection?", LocalDate.parse("2016-03-02")),
            new Command.EnterOpinion(1, Examples.NO_OBJECTION),
            new Command.AnswerByLink(new OfficeLink(Assessing.UNSTORED, 1), Opinion.Stance.NO_OBJECTION, "me", ""),
            Examples.PARTY,
            new Command.StrikeOutProtectedParty(1, "why"),
            new Command.ForgetProtectedParty(1, "a law", "why"), new Command.LookAtProtectedParties("why"),
            new Command.ReassessUnder("it-us-sigonella/1"),
            new Command.PrepareDecision(Verdict.REFUSE, "why", List.of()),
            new Command.SignDecision(Verdict.REFUSE, "why"),
            new Command.EnterOralDecision("min.ferri", Verdict.REFUSE, "why", NOON, "telephone", "somebody"),
            new Command.AnswerOralDecision(Entry.OralWord.DENY, "why", Optional.empty()),
            new Command.SuspendClearance("why"),
            new Command.ResumeClearance("why"), new Command.RevokeClearance("why", Optional.empty()),
            new Command.CloseBlock("why"),
            new Command.CheckTakeoff(Ministry.apron(Missions.armed())),
            GatePhone.looked("IT-2016-0001/1", NOON),
            new Command.CallTakeoff(Entry.Call.STOP, "why"), new Command.EnterTakeoff(NOON),
            new Command.EnterLanding(NOON, "SIGONELLA", Entry.Landing.PLANNED, ""),
            new Command.ReportDeviation(
                    new Deviation("d", Deviation.Kind.SILENT, NOON, "no report", Optional.empty())),
            new Command.AcknowledgeDeviation("d", "seen"), Examples.ALLEGATION,
            new Command.AnswerAllegation(1, HarmAllegation.Finding.OPEN, "it is looked into"),
            new Command.EnterClearanceAbroad("NA1:"),
            new Command.AskDesk("why so late?"), new Command.AnswerQuestion(1, "it came late"),
            new Command.PlaceHold("an inquiry"), new Command.LiftHold("it is over"),
            new Command.ProposeErasure("a law", "its time is over"), new Command.EraseCase("agreed"));

    /** The table of the design, by role; what is not named here no one of that role may do. */
    private static final Map<Role, Set<String>> MAY = Map.of(Role.REQUESTER,
            Set.of("FileMission", "AmendMission", "WithdrawMission", "EnterClearanceAbroad"), Role.DESK,
            Set.of("FileMission", "AmendMission", "WithdrawMission", "CorrectReceipt", "MakeStatement",
                    "RuleOnStatement", "AskOffice", "EnterOpinion", "EnterProtectedParty", "StrikeOutProtectedParty",
                    "LookAtProtectedParties", "ReassessUnder", "PrepareDecision", "AllegeHarm", "AnswerAllegation",
                    "EnterClearanceAbroad", "ProposeErasure", "EnterOralDecision", "AnswerQuestion"),
            Role.AUTHORITY,
            Set.of("LookAtProtectedParties", "ForgetProtectedParty", "SignDecision", "SuspendClearance",
                    "ResumeClearance", "RevokeClearance",
                    "CloseBlock", "AnswerAllegation", "EraseCase", "EnterOralDecision", "AnswerOralDecision"),
            Role.BASE,
            Set.of("CheckTakeoff", "EnterGateCheck", "CallTakeoff", "EnterTakeoff", "EnterLanding",
                    "EnterClearanceAbroad"),
            Role.WATCH,
            Set.of("ReportDeviation", "AcknowledgeDeviation"), Role.OVERSIGHT,
            Set.of("AllegeHarm", "PlaceHold", "LiftHold", "AskDesk"), Role.PUBLIC,
            Set.of("AnswerByLink"));

    private static Ministry ministry;

    @BeforeAll
    static void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterAll
    static void verifyAndClose() {
        ministry.close();
    }

    @Test
    void everyCommandHasALineAndAnExample() {
        Set<Class<?>> commands = Stream.of(Command.class.getPermittedSubclasses()).collect(Collectors.toSet());
        assertThat(Competence.TABLE.keySet()).isEqualTo(commands);
        assertThat(COMMANDS).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(PERSON.keySet()).isEqualTo(EnumSet.allOf(Role.class));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleDoesWhatIsItsTaskAndNothingElse(Role role) {
        String by = PERSON.getOrDefault(role, "nobody");
        assertThat(ministry.who(by).role()).isEqualTo(role);
        Set<String> may = MAY.getOrDefault(role, Set.of());
        for (Command command : COMMANDS) {
            Dossier dossier = ministry.filed(Missions.armed());
            Answer answer = command instanceof Command.FileMission file
                    ? ministry.dossiers.file(ministry.who(by), NOON, file)
                    : ministry.ask(by, NOON, dossier, command);
            boolean stopped = answer instanceof Answer.Refused(Refusal refusal)
                    && refusal.code() == Refusal.Code.NOT_FOR_YOUR_ROLE;
            String name = command.getClass().getSimpleName();
            assertThat(!stopped).as(role + " asks for " + name).isEqualTo(may.contains(name));
        }
    }
}
