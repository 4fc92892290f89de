package nullaosta.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Light;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.party.StateCode;

/**
 * The other states on a flight's route, and whether each has cleared it.
 *
 * @param partners states whose clearances are verified here, by their codes
 * @param others states whose word only the base can be shown, by their codes
 * @param unsaid whether a leg does not say which states are under it, so that there may be more of them
 */
public record OtherStates(List<Standing> partners, List<StateCode> others, boolean unsaid) {

    /** Of a route of which nothing was said. */
    public static final OtherStates UNSAID = new OtherStates(List.of(), List.of(), true);

    public OtherStates {
        partners = List.copyOf(partners);
        others = List.copyOf(others);
    }

    /**
     * How a partner stands to the flight; it has cleared it only if there is no remark.
     *
     * @param number of its clearance, as far as that can be believed
     * @param packAge how old what its clearance was checked by is
     */
    public record Standing(StateCode state, Optional<String> number, List<Remark> remarks, Optional<Duration> packAge) {

        public Standing {
            remarks = List.copyOf(remarks);
        }

        public Light light() {
            return remarks.stream().map(remark -> remark.reason().light()).reduce(Light.GREEN, Light::worse);
        }
    }

    /**
     * @param host whose own airspace is not looked at here
     * @param shown the text of the clearance that stands in the case, by state
     * @param gates what a partner's clearances are verified by; empty for a state that is none
     */
    public static OtherStates of(Mission mission, StateCode host, Map<String, String> shown,
            Function<StateCode, Optional<Gate>> gates, Instant at) {
        Map<String, StateCode> states = new TreeMap<>();
        mission.legs().stream().flatMap(leg -> leg.overflies().stream()).flatMap(List::stream)
                .filter(state -> !state.equals(host)).forEach(state -> states.put(state.code(), state));
        List<Standing> partners = new ArrayList<>();
        List<StateCode> others = new ArrayList<>();
        for (StateCode state : states.values()) {
            Optional<Gate> gate = gates.apply(state);
            gate.ifPresentOrElse(known -> partners.add(
                    OtherStateCheck.of(mission, state, Optional.ofNullable(shown.get(state.code())), known, at)),
                    () -> others.add(state));
        }
        boolean unsaid = mission.legs().isEmpty() || mission.legs().stream().map(Leg::overflies)
                .anyMatch(Optional::isEmpty);
        return new OtherStates(partners, others, unsaid);
    }

    /** Everything that is said against the partners' clearances. */
    public List<Remark> remarks() {
        return partners.stream().flatMap(standing -> standing.remarks().stream()).toList();
    }

    /** The first remark for which nothing may fly; empty where there is none. */
    public Optional<Remark> red() {
        return remarks().stream().filter(remark -> remark.reason().light() == Light.RED).findFirst();
    }

    /** What one of the partners withdrew that it had cleared; empty where none did. */
    public Optional<Remark> withdrawn() {
        return remarks().stream().filter(remark -> remark.reason() == Remark.Reason.OTHER_STATE_WITHDRAWN).findFirst();
    }

    /** Whether the base must look at a clearance that nothing here can verify. */
    public boolean mustBeShown() {
        return unsaid || !others.isEmpty();
    }

    /** Those whose clearances the base must look at: {@code Malta, Tunisia}. */
    public String othersInWords() {
        String named = String.join(", ", others.stream().map(StateCode::inWords).toList());
        return !unsaid
                ? named
                : "the other states on the route" + (others.isEmpty() ? "" : ", " + named + " among them");
    }
}
