package nullaosta.flight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.clearance.token.Claims;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Light;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.flight.Remark.Reason;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Declared;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;

/**
 * Whether one partner has cleared a flight: its clearance must verify, be for this aircraft, and hold while the flight is
 * over that state. When exactly that is nobody files; it lies between leaving the host's airspace and coming back, or
 * landing. A clearance that holds in a part of that time only is for a person to look at.
 */
final class OtherStateCheck {

    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Mission mission;
    private final StateCode state;
    private final List<Remark> remarks = new ArrayList<>();

    private OtherStateCheck(Mission mission, StateCode state) {
        this.mission = mission;
        this.state = state;
    }

    static OtherStates.Standing of(Mission mission, StateCode state, Optional<String> shown, Gate gate, Instant at) {
        OtherStateCheck check = new OtherStateCheck(mission, state);
        if (shown.isEmpty()) {
            check.remark(Reason.OTHER_STATE_MISSING, "no clearance of it stands in the case");
            return new OtherStates.Standing(state, Optional.empty(), check.remarks,
                    gate.toldAt().map(told -> Duration.between(told, at)));
        }
        TokenCheck verified = gate.check(shown.get(), at);
        verified.remarks().forEach(check::verified);
        Optional<Claims> claims = verified.clearance().map(ClearanceToken::claims);
        claims.ifPresent(check::compared);
        check.remarks.sort((a, b) -> a.reason().compareTo(b.reason()));
        return new OtherStates.Standing(state, claims.map(Claims::number), check.remarks, verified.packAge());
    }

    /** A clearance for the hours over that state may begin after take-off: whether its window fits is compared below. */
    private void verified(nullaosta.clearance.token.Remark found) {
        if (found.reason() == nullaosta.clearance.token.Remark.Reason.NOT_YET_VALID
                || found.reason().light() == Light.GREEN) {
            return;
        }
        remark(switch (found.reason()) {
            case REVOKED, SUSPENDED, REPLACED -> Reason.OTHER_STATE_WITHDRAWN;
            default -> found.reason().light() == Light.RED
                    ? Reason.OTHER_STATE_NOT_VERIFIED
                    : Reason.OTHER_STATE_UNSURE;
        }, found.inWords());
    }

    private void compared(Claims claims) {
        Claims.Permitted permitted = claims.permitted();
        Aircraft aircraft = mission.aircraft();
        mission.cleared().stream().filter(one -> one != aircraft && !names(permitted, one.tail()))
                .forEach(one -> remark(Reason.OTHER_STATE_DIFFERS,
                        "it did not clear tail " + one.tail() + ", which may fly here"));
        if (permitted.armed().isEmpty() && mission.armed() == Declared.YES) {
            remark(Reason.OTHER_STATE_UNSURE, "it does not say whether it cleared an armed flight");
        }
        differs("aircraft of", Optional.of(permitted.state()), Optional.of(mission.operatorState().code()));
        differs("tail", Optional.of(permitted.tail()), Optional.of(aircraft.tail()));
        differs("24-bit address", permitted.address(), aircraft.address());
        differs("type", Optional.of(permitted.type()), Optional.of(aircraft.type()));
        differs("call sign", Optional.of(permitted.callSign()), Optional.of(aircraft.callSign()));
        if (permitted.armed().isPresent() && mission.armed().asFact().isPresent()
                && !permitted.armed().equals(mission.armed().asFact())) {
            remark(Reason.OTHER_STATE_DIFFERS,
                    permitted.armed().get()
                            ? "it cleared an armed flight; this one is declared unarmed"
                            : "it cleared an unarmed flight; this one is declared armed");
        }
        TimeWindow window = new TimeWindow(claims.from(), claims.until());
        mission.legs().stream().filter(leg -> leg.overflies().orElse(List.of()).contains(state))
                .forEach(leg -> time(window, leg));
    }

    private static boolean names(Claims.Permitted permitted, String tail) {
        return Aircraft.same(permitted.tail(), tail) || Stream
                .concat(permitted.formation().stream(), permitted.spares().stream())
                .anyMatch(it -> Aircraft.same(it.tail(), tail));
    }

    private void differs(String what, Optional<String> cleared, Optional<String> flies) {
        if (cleared.isPresent() && flies.isPresent() && !Aircraft.same(cleared.get(), flies.get())) {
            remark(Reason.OTHER_STATE_DIFFERS, "it cleared " + what + " " + cleared.get() + "; here flies "
                    + flies.get());
        }
    }

    /** Where a leg has no times, a clearance that holds at the departure is taken to be for this flight. */
    private void time(TimeWindow window, Leg leg) {
        Optional<TimeWindow> there = there(leg);
        if (there.isPresent() ? window.holds(there.get()) : window.holds(mission.departure())) {
            return;
        }
        TimeWindow possible = there.orElse(mission.window());
        String words = "it cleared " + between(window) + "; the leg from " + leg.from() + " to " + leg.to()
                + " is over it at some time " + between(possible);
        if (window.overlaps(possible)) {
            remark(Reason.OTHER_STATE_UNSURE, words + ": compare the hours");
        } else {
            remark(Reason.OTHER_STATE_OTHER_TIME, words);
        }
    }

    /** The time outside the host's airspace, in which the leg is over the state; empty where its ends were not filed. */
    private static Optional<TimeWindow> there(Leg leg) {
        Leg.Times times = leg.times();
        boolean crossed = times.exits().isPresent() && times.enters().isPresent();
        boolean comes = crossed && times.enters().get().isBefore(times.exits().get());
        Optional<Instant> from = comes ? times.departs() : times.exits().or(times::departs);
        Optional<Instant> until = comes ? times.arrives() : times.enters().or(times::arrives);
        return from.isPresent() && until.isPresent() && from.get().isBefore(until.get())
                ? Optional.of(new TimeWindow(from.get(), until.get()))
                : Optional.empty();
    }

    private static String between(TimeWindow window) {
        return "from " + ZULU.format(window.from()) + " until " + ZULU.format(window.until());
    }

    private void remark(Reason reason, String words) {
        remarks.add(new Remark(reason, state.inWords() + ": " + words));
    }
}
