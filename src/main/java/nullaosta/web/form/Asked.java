package nullaosta.web.form;

import static nullaosta.web.form.Field.Kind.COUNT;
import static nullaosta.web.form.Field.Kind.DATE;
import static nullaosta.web.form.Field.Kind.DECIMAL;
import static nullaosta.web.form.Field.Kind.INSTANT;
import static nullaosta.web.form.Field.Kind.MISSION;
import static nullaosta.web.form.Field.Kind.NUMBER;
import static nullaosta.web.form.Field.Kind.TEXTS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.decision.Opinion;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;

/**
 * The commands on a case as they are asked for from outside: the last part of the address, what it does, its fields. The
 * reader, the OpenAPI description and {@code docs/reference/commands.md} have the same list; a test holds them together.
 */
public enum Asked {
    AMENDMENT(Command.AmendMission.class, "Amend the mission; what is material is decided anew.",
            Field.of("mission", "Mission", MISSION), Field.text("reason", "Reason")),
    WITHDRAWAL(Command.WithdrawMission.class, "Withdraw the mission before it is decided.",
            Field.text("reason", "Reason")),
    RECEIPT(Command.CorrectReceipt.class, "Correct when the request reached the host.",
            Field.of("receivedAt", "Received at", INSTANT), Field.text("evidence", "Shown by"),
            Field.text("reason", "Why it is corrected")),
    STATEMENT(Command.MakeStatement.class, "Put a graded statement on a fact into the file.",
            Field.text("fact", "Fact"),
            Field.text("value", "Value"), Field.text("source", "Who says so"), Field.of("dated", "Dated", DATE),
            Field.text("document", "Paper").optional(),
            Field.text("sha256", "SHA-256 of its file").optional(), Field.text("grade", "Grade"),
            Field.oneOf("basis", "Rests on", Basis.class)),
    RULING(Command.RuleOnStatement.class, "Say which of the statements on a fact counts.", Field.text("fact", "Fact"),
            Field.of("statement", "Statement that counts", NUMBER), Field.text("reason", "Why")),
    CONSULTATION(Command.AskOffice.class, "Ask another office of the host before the decision.",
            Field.text("office", "Office"), Field.text("question", "Question"),
            Field.of("answerBy", "Answer by", DATE)),
    OPINION(Command.EnterOpinion.class, "Enter what an office answered.",
            Field.of("consultation", "Consultation", NUMBER),
            Field.oneOf("stance", "It says", Opinion.Stance.class), Field.text("by", "Who answered"),
            Field.of("dated", "Dated", DATE),
            Field.text("words", "Its words").optional(), Field.text("document", "Paper").optional(),
            Field.text("sha256", "SHA-256 of its file").optional()),
    PARTY(Command.EnterProtectedParty.class, "Enter people on the ground whom the flight protects.",
            Field.text("who", "Who"), Field.text("area", "Theatre"), Field.of("latitude", "Latitude", DECIMAL),
            Field.of("longitude", "Longitude", DECIMAL),
            Field.of("radiusMetres", "Within", DECIMAL), Field.of("from", "From", INSTANT),
            Field.of("until", "Until", INSTANT),
            Field.text("source", "Who says so"), Field.text("grade", "Grade")),
    STRIKEOUT(Command.StrikeOutProtectedParty.class, "Strike out a protected party.",
            Field.of("party", "Strike out number", NUMBER),
            Field.text("reason", "Why")),
    FORGETTING(Command.ForgetProtectedParty.class, "Have what was entered of a protected party forgotten for good.",
            Field.of("party", "Forget number", NUMBER), Field.text("ground", "Ground in law"),
            Field.text("reason", "Reason")),
    LOOK(Command.LookAtProtectedParties.class, "Look at the protected parties; the look is entered.",
            Field.text("reason", "Why you look")),
    REASSESSMENT(Command.ReassessUnder.class, "Assess under a published version, beside what there is.",
            Field.text("terms", "Terms")),
    DRAFT(Command.PrepareDecision.class, "Prepare the decision and put it before the authority.",
            Field.oneOf("verdict", "Proposed", Verdict.class), Field.text("reasons", "Reasons"),
            Field.of("conditions", "Conditions", TEXTS).optional()),
    SIGNATURE(Command.SignDecision.class, "Sign the prepared case.", Field.oneOf("verdict", "Verdict", Verdict.class),
            Field.text("reasons", "Your reasons"), Field.text("text", "Text").optional(),
            Field.text("assertion", "Signature").optional()),
    ORAL(Command.EnterOralDecision.class,
            "Enter what an officer decided by word of mouth, under a standing delegation.",
            Field.text("officer", "Who decided"), Field.oneOf("verdict", "Decided", Verdict.class),
            Field.text("reasons", "Reasons given"), Field.of("givenAt", "Given at", INSTANT),
            Field.text("means", "How it was given"), Field.text("heardBy", "Who heard it")),
    CONFIRMATION(Command.AnswerOralDecision.class, "Confirm or deny what was entered as your oral decision.",
            Field.oneOf("word", "Your word", Entry.OralWord.class), Field.text("reasons", "Your reasons"),
            Field.text("text", "Text").optional(), Field.text("assertion", "Signature").optional()),
    SUSPENSION(Command.SuspendClearance.class, "Suspend the clearance.", Field.text("reason", "Reason")),
    RESUMPTION(Command.ResumeClearance.class, "Let a suspended clearance hold again.", Field.text("reason", "Reason")),
    REVOCATION(Command.RevokeClearance.class, "Revoke the clearance, also in the air.", Field.text("reason", "Reason"),
            Field.of("from", "From", INSTANT).optional()),
    CLOSURE(Command.CloseBlock.class, "Close a block: no further flight can be announced in it.",
            Field.text("reason", "Reason")),
    CHECK(Command.CheckTakeoff.class, "Compare what stands on the apron with what was cleared.",
            Field.text("tail", "Tail").optional(), Field.text("address", "24-bit address").optional(),
            Field.text("type", "Type").optional(),
            Field.text("callSign", "Call sign").optional(), Field.yesNo("armed", "Weapons, as inspected"),
            Field.yesNo("otherStatesCleared", "Other states on the route")),
    CALL(Command.CallTakeoff.class, "The base commander's word: release or stop.",
            Field.oneOf("call", "Word", Entry.Call.class), Field.text("reason", "Reason").optional()),
    TAKEOFF(Command.EnterTakeoff.class, "Enter the actual take-off.", Field.of("at", "At", INSTANT).optional(),
            Field.of("aircraft", "Tails of what took off", TEXTS).optional()),
    LANDING(Command.EnterLanding.class, "Enter the actual landing.", Field.of("at", "Landed at", INSTANT).optional(),
            Field.text("place", "Place"),
            Field.oneOf("landing", "Landing", Entry.Landing.class), Field.text("words", "Words").optional()),
    ACKNOWLEDGEMENT(Command.AcknowledgeDeviation.class, "Say that the watch floor has seen a deviation.",
            Field.text("deviation", "Deviation"), Field.text("note", "Note").optional()),
    ALLEGATION(Command.AllegeHarm.class, "Enter an allegation that the flight harmed civilians.",
            Field.text("source", "Who says so"), Field.of("dated", "Dated", DATE), Field.text("grade", "Grade"),
            Field.text("place", "Place"), Field.of("dead", "Dead", COUNT).optional(),
            Field.of("injured", "Injured", COUNT).optional(), Field.text("words", "What is alleged")),
    INQUIRY(Command.AnswerAllegation.class, "Answer an allegation by what the host's inquiry found.",
            Field.of("allegation", "Allegation", NUMBER),
            Field.oneOf("finding", "Found", HarmAllegation.Finding.class), Field.text("words", "In words")),
    ABROAD(Command.EnterClearanceAbroad.class, "Enter another host's clearance for the same flight.",
            Field.text("token", "Its text")),
    QUESTION(Command.AskDesk.class, "Ask the desk about the case.", Field.text("question", "Question")),
    REPLY(Command.AnswerQuestion.class, "Answer what oversight asked about the case.",
            Field.of("question", "Question", NUMBER), Field.text("answer", "Your answer")),
    HOLD(Command.PlaceHold.class, "Have the case kept, whatever its retention.", Field.text("reason", "Reason")),
    LIFTING(Command.LiftHold.class, "Lift oversight's hold.", Field.text("reason", "Reason")),
    PROPOSAL(Command.ProposeErasure.class, "Propose that the case be erased.", Field.text("ground", "Ground in law"),
            Field.text("reason", "Reason")),
    ERASURE(Command.EraseCase.class, "Erase the case for good, as the desk proposed.",
            Field.text("reason", "Reason"));

    private final Class<? extends Command> command;
    private final String does;
    private final List<Field> fields;

    Asked(Class<? extends Command> command, String does, Field... fields) {
        this.command = command;
        this.does = does;
        this.fields = List.of(fields);
    }

    /** As in the address: {@code /cases/IT-2016-0042/signature}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Class<? extends Command> command() {
        return command;
    }

    public String does() {
        return does;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Its form on a page, with nothing typed. */
    public PageForm form() {
        return PageForm.blank(path(), fields);
    }

    public static Optional<Asked> find(String path) {
        return Arrays.stream(values()).filter(asked -> asked.path().equals(path)).findFirst();
    }

    public static List<String> paths() {
        return Arrays.stream(values()).map(Asked::path).toList();
    }
}
