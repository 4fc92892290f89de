package nullaosta.dossier;

import java.util.List;
import nullaosta.clearance.Life;
import nullaosta.decision.Consultation;
import nullaosta.party.Role;

/**
 * Who must move next in a case, and with what.
 *
 * @param words what is to be done: {@code supply 2 missing facts}
 */
public record NextStep(Role role, String words) {

    /** For lists: {@code requester or desk: supply the missing facts}. */
    public String inWords() {
        return role == Role.PUBLIC ? words : role.title() + ": " + words;
    }

    public static NextStep of(Dossier dossier) {
        NextStep step = step(dossier);
        return dossier.oralUntil().map(until -> new NextStep(Role.AUTHORITY, "confirm by " + Orally.zulu(until)
                + " what was given orally" + (step.role() == Role.PUBLIC ? "" : "; " + step.inWords()))).orElse(step);
    }

    private static NextStep step(Dossier dossier) {
        return switch (dossier.phase()) {
            case WITHDRAWN -> new NextStep(Role.PUBLIC, "nothing: withdrawn");
            case REFUSED -> new NextStep(Role.PUBLIC, "nothing: refused");
            case FOR_DECISION -> new NextStep(Role.AUTHORITY,
                    dossier.signatures().isEmpty() ? "decide" : "second signature");
            case WITH_THE_DESK -> new NextStep(Role.DESK, deskStep(dossier));
            case BLOCK -> block(dossier.block().orElseThrow());
            case CLEARED -> cleared(dossier);
        };
    }

    private static String deskStep(Dossier dossier) {
        List<String> due = dossier.file().consultations().stream().filter(Consultation::open)
                .map(asked -> asked.office() + " has until " + asked.answerBy() + " to answer").toList();
        return fileStep(dossier) + (due.isEmpty() ? "" : "; " + String.join(", ", due));
    }

    private static String fileStep(Dossier dossier) {
        return switch (dossier.assessed().map(a -> a.outcome().name()).orElse("")) {
            case "NEEDS_FACTS" -> "get the missing facts";
            case "INELIGIBLE", "NOT_COVERED" -> "prepare a refusal";
            case "CANNOT_EVALUATE" -> "have the terms or the file mended";
            default -> "prepare the decision";
        };
    }

    private static NextStep block(HeldBlock block) {
        if (block.closedAt().isPresent() || block.usedUp()) {
            return new NextStep(Role.PUBLIC, "nothing: the block is " + (block.usedUp() ? "used up" : "closed"));
        }
        return new NextStep(Role.REQUESTER, "announce each flight; " + (block.flights() - block.cleared().size())
                + " of " + block.flights() + " are left");
    }

    private static NextStep cleared(Dossier dossier) {
        Life life = dossier.clearance().map(HeldClearance::life).orElse(Life.VALID);
        Movement movement = dossier.movement();
        if (movement.landed().isPresent()) {
            return new NextStep(Role.PUBLIC, "nothing: flown");
        }
        if (movement.airborne()) {
            return new NextStep(Role.WATCH, life == Life.VALID ? "watch the flight" : "recover the flight");
        }
        return life == Life.VALID
                ? new NextStep(Role.BASE, "check at take-off" + movement.stop().map(at -> " from " + at).orElse(""))
                : new NextStep(Role.PUBLIC, "nothing: clearance " + life.words());
    }
}
