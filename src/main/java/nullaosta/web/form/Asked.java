package nullaosta.web.form;

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

/**
 * The commands on a case as they are asked for from outside: the last part of the address, what it does, its fields. The
 * reader, the OpenAPI description and {@code docs/reference/commands.md} have the same list; a test holds them together.
 */
public enum Asked {
    AMENDMENT(Command.AmendMission.class, "Amend the mission; what is material is decided anew.",
            Field.of("mission", MISSION), Field.text("reason")),
    WITHDRAWAL(Command.WithdrawMission.class, "Withdraw the mission before it is decided.", Field.text("reason")),
    RECEIPT(Command.CorrectReceipt.class, "Correct when the request reached the host.",
            Field.of("receivedAt", INSTANT), Field.text("evidence"), Field.text("reason")),
    STATEMENT(Command.MakeStatement.class, "Put a graded statement on a fact into the file.", Field.text("fact"),
            Field.text("value"), Field.text("source"), Field.of("dated", DATE), Field.text("document").optional(),
            Field.text("sha256").optional(), Field.text("grade"), Field.oneOf("basis", Basis.class)),
    RULING(Command.RuleOnStatement.class, "Say which of the statements on a fact counts.", Field.text("fact"),
            Field.of("statement", NUMBER), Field.text("reason")),
    CONSULTATION(Command.AskOffice.class, "Ask another office of the host before the decision.",
            Field.text("office"), Field.text("question"), Field.of("answerBy", DATE)),
    OPINION(Command.EnterOpinion.class, "Enter what an office answered.", Field.of("consultation", NUMBER),
            Field.oneOf("stance", Opinion.Stance.class), Field.text("by"), Field.of("dated", DATE),
            Field.text("words").optional(), Field.text("document").optional(), Field.text("sha256").optional()),
    PARTY(Command.EnterProtectedParty.class, "Enter people on the ground whom the flight protects.",
            Field.text("who"), Field.text("area"), Field.of("latitude", DECIMAL), Field.of("longitude", DECIMAL),
            Field.of("radiusMetres", DECIMAL), Field.of("from", INSTANT), Field.of("until", INSTANT),
            Field.text("source"), Field.text("grade")),
    STRIKEOUT(Command.StrikeOutProtectedParty.class, "Strike out a protected party.", Field.of("party", NUMBER),
            Field.text("reason")),
    LOOK(Command.LookAtProtectedParties.class, "Look at the protected parties; the look is entered.",
            Field.text("reason")),
    REASSESSMENT(Command.ReassessUnder.class, "Assess under a published version, beside what there is.",
            Field.text("terms")),
    DRAFT(Command.PrepareDecision.class, "Prepare the decision and put it before the authority.",
            Field.oneOf("verdict", Verdict.class), Field.text("reasons"), Field.of("conditions", TEXTS).optional()),
    SIGNATURE(Command.SignDecision.class, "Sign the prepared case.", Field.oneOf("verdict", Verdict.class),
            Field.text("reasons"), Field.text("text").optional(), Field.text("assertion").optional()),
    SUSPENSION(Command.SuspendClearance.class, "Suspend the clearance.", Field.text("reason")),
    RESUMPTION(Command.ResumeClearance.class, "Let a suspended clearance hold again.", Field.text("reason")),
    REVOCATION(Command.RevokeClearance.class, "Revoke the clearance, also in the air.", Field.text("reason"),
            Field.of("from", INSTANT).optional()),
    CLOSURE(Command.CloseBlock.class, "Close a block: no further flight can be announced in it.",
            Field.text("reason")),
    CHECK(Command.CheckTakeoff.class, "Compare what stands on the apron with what was cleared.",
            Field.text("tail").optional(), Field.text("address").optional(), Field.text("type").optional(),
            Field.text("callSign").optional(), Field.yesNo("armed"), Field.yesNo("otherStatesCleared")),
    CALL(Command.CallTakeoff.class, "The base commander's word: release or stop.",
            Field.oneOf("call", Entry.Call.class), Field.text("reason").optional()),
    TAKEOFF(Command.EnterTakeoff.class, "Enter the actual take-off.", Field.of("at", INSTANT).optional()),
    LANDING(Command.EnterLanding.class, "Enter the actual landing.", Field.of("at", INSTANT).optional(),
            Field.text("place"),
            Field.oneOf("landing", Entry.Landing.class), Field.text("words").optional()),
    ACKNOWLEDGEMENT(Command.AcknowledgeDeviation.class, "Say that the watch floor has seen a deviation.",
            Field.text("deviation"), Field.text("note").optional());

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

    public static Optional<Asked> find(String path) {
        return Arrays.stream(values()).filter(asked -> asked.path().equals(path)).findFirst();
    }

    public static List<String> paths() {
        return Arrays.stream(values()).map(Asked::path).toList();
    }
}
