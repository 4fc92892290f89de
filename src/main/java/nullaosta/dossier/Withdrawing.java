package nullaosta.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import nullaosta.clearance.Life;
import nullaosta.decision.Bar;
import nullaosta.dossier.entry.Entry;

/** The host takes back what it gave; before take-off or in the air. */
final class Withdrawing {

    private Withdrawing() {
    }

    static Proceeding suspend(Sitting sitting, Dossier dossier, Command.SuspendClearance command) {
        return with(sitting, dossier, command.reason(), Life.VALID,
                number -> new Entry.ClearanceSuspended(number, command.reason().strip(), sitting.at()));
    }

    static Proceeding resume(Sitting sitting, Dossier dossier, Command.ResumeClearance command) {
        if (dossier.phase() != Phase.CLEARED) {
            return new Proceeding.Stop(Refusal.phase("the amended mission is " + dossier.phase().words(),
                    "a decision on the mission as it stands"));
        }
        return with(sitting, dossier, command.reason(), Life.SUSPENDED,
                number -> new Entry.ClearanceResumed(number, command.reason().strip()));
    }

    /** A revocation reaches back to its effective instant, never ahead of the issue. */
    static Proceeding revoke(Sitting sitting, Dossier dossier, Command.RevokeClearance command) {
        Instant from = command.from().orElse(sitting.at());
        if (dossier.clearance().map(held -> from.isBefore(held.clearance().issuedAt())).orElse(false)) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "revoked from `" + from + "`",
                    "an instant not before the issue", "leave it out to revoke from now").at("from");
        }
        Life life = dossier.clearance().map(HeldClearance::life).orElse(Life.VALID);
        return with(sitting, dossier, command.reason(), life == Life.SUSPENDED ? Life.SUSPENDED : Life.VALID,
                number -> new Entry.ClearanceRevoked(number, command.reason().strip(), from));
    }

    private static Proceeding with(Sitting sitting, Dossier dossier, String reason, Life expected,
            Function<String, Entry> entry) {
        if (reason.isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        Optional<HeldClearance> held = dossier.clearance();
        if (held.isEmpty() || held.get().life() != expected) {
            return Proceeding.stop(Refusal.Code.NO_CLEARANCE,
                    held.map(h -> "clearance " + h.clearance().number() + " is " + h.life().words())
                            .orElse("the case has no clearance"),
                    "a clearance that is " + expected.words(), "look at the case's history");
        }
        if (dossier.movement().landed().isPresent()) {
            return new Proceeding.Stop(
                    Refusal.phase("the flight has landed", "a flight that is still to come or in the air"));
        }
        return Deciding.mandate(sitting, dossier).isEmpty()
                ? new Proceeding.Stop(Refusal.barred(Bar.NO_MANDATE))
                : Proceeding.enter(entry.apply(held.get().clearance().number()));
    }
}
