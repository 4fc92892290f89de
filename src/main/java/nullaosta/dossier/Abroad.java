package nullaosta.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nullaosta.clearance.token.Claims;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Gate;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.OtherStates;
import nullaosta.party.StateCode;

/** Clearances of other hosts for the same flight. */
final class Abroad {

    private Abroad() {
    }

    /**
     * What a partner did not sign is not entered: nobody could ever check it. Whether the clearance still stands and is for
     * this flight is asked at each check, not here.
     */
    static Proceeding enter(Sitting sitting, Dossier dossier, Command.EnterClearanceAbroad command) {
        if (dossier.phase() == Phase.REFUSED || dossier.phase() == Phase.WITHDRAWN || dossier.phase() == Phase.BLOCK) {
            return new Proceeding.Stop(Refusal.phase("the case is " + dossier.phase().words(), "one flight, asked for"
                    + " or cleared"));
        }
        if (dossier.movement().takenOffAt().isPresent()) {
            return Proceeding.stop(Refusal.Code.ALREADY_IN_THE_AIR, "the flight has taken off",
                    "an aircraft still on the ground", "ask the watch floor to recover it");
        }
        String text = command.token().strip();
        return switch (ClearanceToken.read(text)) {
            case ClearanceToken.Reading.Faulty(var reason, String found) -> misread(
                    reason.sentence() + (found.isEmpty() ? "" : ": " + found));
            case ClearanceToken.Reading.Sound(ClearanceToken token) -> signed(sitting, dossier, text, token.claims());
        };
    }

    private static Proceeding signed(Sitting sitting, Dossier dossier, String text, Claims claims) {
        Chancery chancery = sitting.chancery();
        if (claims.issuer().equals(chancery.host().state().code())) {
            return misread("it is a clearance of " + chancery.host().name() + " itself");
        }
        Map<String, Gate> gates = new TreeMap<>();
        chancery.partners().all().forEach(partner -> chancery.partners().gate(partner.state())
                .ifPresent(gate -> gates.put(partner.state().code(), gate)));
        Gate gate = gates.get(claims.issuer());
        if (gate == null) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "it says that `" + claims.issuer() + "` issued it",
                    gates.isEmpty()
                            ? "a partner of this host, which has none"
                            : "a partner of this host: " + String.join(", ", gates.keySet()),
                    "show it at the base before take-off").at("token");
        }
        if (gate.check(text, sitting.at()).clearance().isEmpty()) {
            return misread(gate.check(text, sitting.at()).remarks().getFirst().inWords());
        }
        Entry.ClearanceAbroadEntered entry = new Entry.ClearanceAbroadEntered(claims.issuer(), claims.number(), text);
        return entry.equals(dossier.clearancesAbroad().get(claims.issuer()))
                ? new Proceeding.Enter(List.of())
                : Proceeding.enter(entry);
    }

    private static Proceeding misread(String found) {
        return Proceeding.stop(Refusal.Code.BAD_INPUT, found, "a clearance that a partner signed",
                "scan it again from the paper, or ask the state that issued it").at("token");
    }

    static OtherStates states(Chancery chancery, Dossier dossier, Instant at) {
        Map<String, String> shown = new TreeMap<>();
        dossier.clearancesAbroad().forEach((state, abroad) -> shown.put(state, abroad.token()));
        return OtherStates.of(dossier.mission(), chancery.host().state(), shown,
                (StateCode state) -> chancery.partners().gate(state), at);
    }
}
