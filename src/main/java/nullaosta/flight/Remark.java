package nullaosta.flight;

import nullaosta.clearance.token.Light;
/** One reason for a light: what it is about, and what was found against what was cleared. */
public record Remark(Reason reason, String words) {

    /** In the order in which they are looked for and shown; each says how grave it is. */
    public enum Reason {
        REVOKED(Light.RED),
        REPLACED(Light.RED),
        SUSPENDED(Light.RED),
        STOPPED(
                Light.RED),
        FLOWN(Light.RED),
        OTHER_BASE(Light.RED),
        TOO_EARLY(Light.RED),
        TOO_LATE(
                Light.RED),
        OTHER_TAIL(Light.RED),
        OTHER_ADDRESS(Light.RED),
        OTHER_TYPE(
                Light.RED),
        OTHER_CALL_SIGN(
                Light.RED),
        ARMED_OTHERWISE(Light.RED),
        OTHER_STATE_NOT_CLEARED(
                Light.RED),
        OTHER_STATE_MISSING(Light.RED),
        OTHER_STATE_WITHDRAWN(Light.RED),
        OTHER_STATE_NOT_VERIFIED(Light.RED),
        OTHER_STATE_DIFFERS(Light.RED),
        OTHER_STATE_OTHER_TIME(Light.RED),
        NOT_YET_IN_REGISTER(Light.AMBER),
        ORAL_UNCONFIRMED(Light.AMBER),
        TAIL_NOT_COMPARED(
                Light.AMBER),
        ARMAMENT_NOT_INSPECTED(
                Light.AMBER),
        OTHER_STATES_NOT_SHOWN(Light.AMBER),
        OTHER_STATE_UNSURE(Light.AMBER),
        OF_A_FORMATION(Light.GREEN),
        SPARE(Light.GREEN);

        private final Light light;

        Reason(Light light) {
            this.light = light;
        }

        public Light light() {
            return light;
        }
    }
}
