package nullaosta.dossier;

import java.util.Map;
import java.util.Set;
import nullaosta.party.Person;
import nullaosta.party.Role;

/** Which roles may ask for which command; {@code docs/reference/roles.md} shows the same table. */
public final class Competence {

    private static final Set<Role> SEES_SECRETS = Set.of(Role.REQUESTER, Role.DESK, Role.AUTHORITY);
    private static final Set<Role> SEES_DELIBERATION = Set.of(Role.DESK, Role.AUTHORITY, Role.OVERSIGHT);
    private static final Set<Role> FILES = Set.of(Role.REQUESTER, Role.DESK);

    /** Every command has a line; a test holds that. */
    public static final Map<Class<? extends Command>, Set<Role>> TABLE = Map.ofEntries(
            Map.entry(Command.FileMission.class, FILES), Map.entry(Command.AmendMission.class, FILES),
            Map.entry(Command.WithdrawMission.class, FILES),
            Map.entry(Command.CorrectReceipt.class, Set.of(Role.DESK)),
            Map.entry(Command.MakeStatement.class, Set.of(Role.DESK)),
            Map.entry(Command.RuleOnStatement.class, Set.of(Role.DESK)),
            Map.entry(Command.AskOffice.class, Set.of(Role.DESK)),
            Map.entry(Command.EnterOpinion.class, Set.of(Role.DESK)),
            Map.entry(Command.AnswerByLink.class, Set.of(Role.PUBLIC)),
            Map.entry(Command.EnterProtectedParty.class, Set.of(Role.DESK)),
            Map.entry(Command.StrikeOutProtectedParty.class, Set.of(Role.DESK)),
            Map.entry(Command.ForgetProtectedParty.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.LookAtProtectedParties.class, Set.of(Role.DESK, Role.AUTHORITY)),
            Map.entry(Command.ReassessUnder.class, Set.of(Role.DESK)),
            Map.entry(Command.PrepareDecision.class, Set.of(Role.DESK)),
            Map.entry(Command.SignDecision.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.EnterOralDecision.class, Set.of(Role.DESK, Role.AUTHORITY)),
            Map.entry(Command.AnswerOralDecision.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.SuspendClearance.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.ResumeClearance.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.RevokeClearance.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.CloseBlock.class, Set.of(Role.AUTHORITY)),
            Map.entry(Command.CheckTakeoff.class, Set.of(Role.BASE)),
            Map.entry(Command.EnterGateCheck.class, Set.of(Role.BASE)),
            Map.entry(Command.CallTakeoff.class, Set.of(Role.BASE)),
            Map.entry(Command.EnterTakeoff.class, Set.of(Role.BASE)),
            Map.entry(Command.EnterLanding.class, Set.of(Role.BASE)),
            Map.entry(Command.ReportDeviation.class, Set.of(Role.WATCH)),
            Map.entry(Command.AcknowledgeDeviation.class, Set.of(Role.WATCH)),
            Map.entry(Command.AllegeHarm.class, Set.of(Role.OVERSIGHT, Role.DESK)),
            Map.entry(Command.AnswerAllegation.class, Set.of(Role.AUTHORITY, Role.DESK)),
            Map.entry(Command.EnterClearanceAbroad.class, Set.of(Role.REQUESTER, Role.DESK, Role.BASE)),
            Map.entry(Command.AskDesk.class, Set.of(Role.OVERSIGHT)),
            Map.entry(Command.AnswerQuestion.class, Set.of(Role.DESK)),
            Map.entry(Command.PlaceHold.class, Set.of(Role.OVERSIGHT)),
            Map.entry(Command.LiftHold.class, Set.of(Role.OVERSIGHT)),
            Map.entry(Command.ProposeErasure.class, Set.of(Role.DESK)),
            Map.entry(Command.EraseCase.class, Set.of(Role.AUTHORITY)));

    private Competence() {
    }

    public static boolean mayAsk(Person person, Class<? extends Command> command) {
        return TABLE.getOrDefault(command, Set.of()).contains(person.role());
    }

    /** Who may read what a case keeps closed, such as whom a flight protects: those who ask and those who decide. */
    public static boolean seesSecrets(Person person) {
        return SEES_SECRETS.contains(person.role());
    }

    /**
     * Who may read the host's own deliberation: what sources said and how they are graded, what the desk prepared, and each
     * signature before the decision. Whoever asked sees what is asked of them and what was decided.
     */
    public static boolean seesDeliberation(Person person) {
        return SEES_DELIBERATION.contains(person.role());
    }

    /** Whether the case concerns the person at all: a requester sees their own state's, a base those that leave it or come to it. */
    public static boolean concerns(Person person, Dossier dossier) {
        return switch (person.role()) {
            case REQUESTER -> dossier.mission().operatorState().equals(person.state());
            case BASE -> person.base().map(dossier.mission().places()::contains).orElse(false);
            case DESK, AUTHORITY, WATCH, OVERSIGHT -> true;
            case TREATY, ENVOY, PUBLIC -> false;
        };
    }

    /** The same of what is left of a case: whose base it left from is gone with it. */
    public static boolean concerns(Person person, ErasedCase erased) {
        return switch (person.role()) {
            case REQUESTER -> erased.entry().operatorState().equals(person.state().code());
            case DESK, AUTHORITY, OVERSIGHT -> true;
            case BASE, WATCH, TREATY, ENVOY, PUBLIC -> false;
        };
    }
}
