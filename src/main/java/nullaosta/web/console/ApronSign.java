package nullaosta.web.console;

import java.util.List;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.HeldClearance;
import nullaosta.dossier.Movement;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.OtherStates;
import nullaosta.flight.Remark;
import nullaosta.gate.GateCheck;
import nullaosta.web.page.Words;

/**
 * The one large sign on the base's page: what stands now, of the clearance, the commander's word and the last check, the
 * gravest first. No green is shown where anything later speaks against it.
 *
 * @param why in a few words
 * @param more further remarks of the check
 */
public sealed interface ApronSign {

    record Shown(Light light, String word, String why, List<String> more) implements ApronSign {
        public Shown {
            more = List.copyOf(more);
        }
    }

    /** There is nothing to show: the flight is over, or nothing was compared yet. */
    record Blank(String words) implements ApronSign {}

    /** @param states how the other states on the route stand to it now */
    static ApronSign of(Dossier dossier, boolean fresh, OtherStates states) {
        Movement movement = dossier.movement();
        HeldClearance held = dossier.clearance().orElseThrow();
        if (movement.landed().isPresent()) {
            return new Blank("");
        }
        if (held.life() != Life.VALID) {
            return movement.airborne()
                    ? new Shown(Light.RED, "RECOVER", "clearance " + held.life().words() + ", in the air", List.of())
                    : new Shown(Light.RED, "STOP", "clearance " + held.life().words(), List.of());
        }
        if (movement.airborne()) {
            return new Blank("");
        }
        if (movement.call().map(call -> call == Entry.Call.STOP).orElse(false)) {
            return new Shown(Light.RED, "STOP", "stopped by the commander: " + stopReason(dossier), List.of());
        }
        if (movement.lastCheck().isPresent() && states.red().isPresent()) {
            List<String> red = states.remarks().stream().filter(it -> it.reason().light() == Light.RED)
                    .map(Remark::words).toList();
            return new Shown(Light.RED, "STOP", red.getFirst(), red.subList(1, red.size()));
        }
        if (movement.lastCheck().isEmpty()) {
            return new Blank("Compare what stands on the apron.");
        }
        if (!fresh) {
            return new Blank("The last check has lapsed. Compare what stands on the apron.");
        }
        Entry.TakeoffChecked check = movement.lastCheck().get().check();
        List<String> remarks = check.remarks().stream().map(Remark::words).toList();
        return new Shown(check.light(), Words.light(check.light()),
                remarks.isEmpty() ? "Everything compared is as cleared" : remarks.getFirst(),
                remarks.subList(Math.min(1, remarks.size()), remarks.size()));
    }

    private static String stopReason(Dossier dossier) {
        return dossier.history().stream().map(written -> switch (written.entry()) {
            case Entry.CommanderCalled called -> called.reason();
            case Entry.GateChecked checked when checked.check().call() == GateCheck.Call.STOP ->
                checked.check().words();
            default -> "";
        }).filter(reason -> !reason.isEmpty()).reduce((earlier, later) -> later).orElse("");
    }
}
