package nullaosta.flight;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.flight.Remark.Reason;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.quantity.TimeWindow;

/**
 * Compares what stands on the apron with what was cleared. All remarks are given, in the order of {@link Reason}; the
 * light is the worst of them, green where there are none but those that only say which of several stands here.
 */
public record TakeoffCheck(Light light, List<Remark> remarks) {

    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public TakeoffCheck {
        remarks = List.copyOf(remarks);
    }

    /**
     * @param from base that it leaves next
     * @param standing what the host's records say of the clearance at {@code at}
     * @param states how the other states on the route stand to the flight at {@code at}
     */
    public static TakeoffCheck of(Clearance clearance, String from, Standing standing, Apron apron, OtherStates states,
            Instant at) {
        List<Remark> remarks = new ArrayList<>();
        standing(standing, remarks);
        Mission mission = clearance.mission();
        if (!from.equals(apron.base())) {
            remarks.add(
                    new Remark(Reason.OTHER_BASE, (from.equals(mission.base()) ? "cleared from " : "it goes on from ")
                            + from + ", not " + apron.base()));
        }
        window(mission.window(), at, remarks);
        identity(mission, apron, remarks);
        armament(mission, apron, remarks);
        otherStates(apron, states, remarks);
        remarks.sort((a, b) -> a.reason().compareTo(b.reason()));
        Light light = remarks.stream().map(r -> r.reason().light()).reduce(Light.GREEN, Light::worse);
        return new TakeoffCheck(light, remarks);
    }

    /** Of a flight of which nothing was flown yet: it leaves the base that was cleared. */
    public static TakeoffCheck of(Clearance clearance, Standing standing, Apron apron, OtherStates states,
            Instant at) {
        return of(clearance, clearance.mission().base(), standing, apron, states, at);
    }

    /** The reason in one line, as the base's screen shows it. */
    public String inWords() {
        return remarks.isEmpty() ? "everything compared is as cleared" : remarks.getFirst().words();
    }

    /**
     * @param life of the clearance
     * @param registered whether its issue is in the register
     * @param stopped whether the base commander stopped this flight
     * @param flown whether a take-off on it was entered already
     * @param oral what it rests on, where that is a decision by word of mouth that its officer has not confirmed
     */
    public record Standing(Life life, boolean registered, boolean stopped, boolean flown, Optional<String> oral) {}

    private static void standing(Standing standing, List<Remark> remarks) {
        switch (standing.life()) {
            case REVOKED -> remarks.add(new Remark(Reason.REVOKED, "the clearance was revoked"));
            case SUSPENDED -> remarks.add(new Remark(Reason.SUSPENDED, "the clearance is suspended"));
            case REPLACED -> remarks.add(new Remark(Reason.REPLACED, "a later clearance replaces this one"));
            case VALID -> {
            }
        }
        if (standing.stopped()) {
            remarks.add(new Remark(Reason.STOPPED, "the base commander stopped this flight"));
        }
        if (standing.flown()) {
            remarks.add(new Remark(Reason.FLOWN, "a take-off on this clearance was already entered"));
        }
        standing.oral().ifPresent(words -> remarks.add(new Remark(Reason.ORAL_UNCONFIRMED, words)));
        if (!standing.registered()) {
            remarks.add(new Remark(Reason.NOT_YET_IN_REGISTER, "not yet in the register: wait a moment, check again"));
        }
    }

    private static void window(TimeWindow window, Instant at, List<Remark> remarks) {
        if (at.isBefore(window.from())) {
            remarks.add(new Remark(Reason.TOO_EARLY, "too early: cleared from " + ZULU.format(window.from())));
        } else if (!at.isBefore(window.until())) {
            remarks.add(new Remark(Reason.TOO_LATE, "too late: cleared until " + ZULU.format(window.until())));
        }
    }

    private static void identity(Mission mission, Apron apron, List<Remark> remarks) {
        Aircraft meant = meant(mission, apron);
        boolean known = apron.tail().flatMap(mission::cleared).isPresent();
        differs(Reason.OTHER_TAIL, "tail",
                Optional.of(known
                        ? meant.tail()
                        : String.join(", ", mission.cleared().stream().map(Aircraft::tail).toList())),
                apron.tail(), remarks);
        differs(Reason.OTHER_ADDRESS, "24-bit address", meant.address(), apron.address(), remarks);
        differs(Reason.OTHER_TYPE, "type", Optional.of(meant.type()), apron.type(), remarks);
        differs(Reason.OTHER_CALL_SIGN, "call sign", Optional.of(meant.callSign()), apron.callSign(), remarks);
        if (known && mission.aircraftAtOnce() > 1) {
            remarks.add(new Remark(Reason.OF_A_FORMATION,
                    meant.tail() + " is one of " + mission.aircraftAtOnce() + " that fly; each is checked by itself"));
        }
        if (known && mission.spares().contains(meant)) {
            remarks.add(new Remark(Reason.SPARE, meant.tail() + " is a spare, in place of "
                    + String.join(" or ", mission.named().stream().map(Aircraft::tail).toList())));
        }
    }

    /** The one of the aircraft cleared that is compared: by its tail, or where nobody looked at that, by what else fits. */
    public static Aircraft meant(Mission mission, Apron apron) {
        return apron.tail().isPresent()
                ? apron.tail().flatMap(mission::cleared).orElse(mission.aircraft())
                : mission.cleared().stream().filter(one -> fits(one, apron)).findFirst().orElse(mission.aircraft());
    }

    private static boolean fits(Aircraft one, Apron apron) {
        return apron.address().isPresent()
                ? one.address().equals(apron.address())
                : apron.callSign().map(one.callSign()::equals).orElse(false);
    }

    private static void differs(Reason reason, String what, Optional<String> cleared, Optional<String> found,
            List<Remark> remarks) {
        if (cleared.isPresent() && found.isPresent() && !Aircraft.same(cleared.get(), found.get())) {
            remarks.add(new Remark(reason, what + " " + found.get() + " stands here; cleared is " + cleared.get()));
        } else if (reason == Reason.OTHER_TAIL && found.isEmpty()) {
            remarks.add(new Remark(Reason.TAIL_NOT_COMPARED, "compare the tail: cleared is " + cleared.orElse("none")));
        }
    }

    private static void armament(Mission mission, Apron apron, List<Remark> remarks) {
        if (apron.armed() == Declared.UNDECLARED) {
            remarks.add(new Remark(Reason.ARMAMENT_NOT_INSPECTED,
                    "inspect the armament: declared is armed " + mission.armed().inWords()));
        } else if (apron.armed() != mission.armed()) {
            remarks.add(new Remark(Reason.ARMED_OTHERWISE, "armed: found " + apron.armed().inWords() + ", declared "
                    + mission.armed().inWords()));
        }
    }

    private static void otherStates(Apron apron, OtherStates states, List<Remark> remarks) {
        remarks.addAll(states.remarks());
        switch (apron.otherStatesCleared()) {
            case NO -> remarks.add(new Remark(Reason.OTHER_STATE_NOT_CLEARED, states.unsaid() || !states.mustBeShown()
                    ? "another state on the route has not cleared it"
                    : (states.others().size() > 1 ? "one of " : "") + states.othersInWords() + " has not cleared it"));
            case UNDECLARED -> {
                if (states.mustBeShown()) {
                    remarks.add(new Remark(Reason.OTHER_STATES_NOT_SHOWN,
                            "ask for the clearances of " + states.othersInWords()));
                }
            }
            case YES -> {
            }
        }
    }
}
