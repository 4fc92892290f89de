package nullaosta.clearance.token;

import java.util.Locale;

/** One reason for a light, with what was found; empty where the reason says it all. */
public record Remark(Reason reason, String found) {

    /** For people: the reason's sentence, and what was found. */
    public String inWords() {
        return found.isEmpty() ? reason.sentence() : reason.sentence() + ": " + found;
    }

    /** In the order in which they are shown: the graver first. {@code docs/reference/token.md} lists the same. */
    public enum Reason {
        NO_PREFIX(Light.RED, "this is no clearance: a clearance begins with NA1:"),
        NOT_BASE45(Light.RED,
                "the text holds characters that no clearance holds"),
        CUT_SHORT(Light.RED,
                "the text ends before the clearance does: it was cut short or altered"),
        MALFORMED(Light.RED,
                "the text is not in the one form that a clearance has"),
        WRONG_ALGORITHM(Light.RED,
                "it is not signed with ES256"),
        UNKNOWN_CONTENT(Light.RED,
                "it says something that this verifier does not know"),
        KEY_UNKNOWN(
                Light.RED,
                "no key of the trust file signed it"),
        SIGNATURE_WRONG(
                Light.RED,
                "the signature is wrong: the clearance was altered, or somebody else signed it"),
        OTHER_ISSUER(
                Light.RED,
                "another host issued it"),
        OTHER_DATA_MODE(
                Light.RED,
                "exercise and real clearances never mix"),
        KEY_OUT_OF_TIME(
                Light.RED,
                "the key that signed it was not valid when it was issued"),
        NOT_YET_VALID(
                Light.RED,
                "it is not valid yet"),
        EXPIRED(
                Light.RED,
                "it has expired"),
        REVOKED(
                Light.RED,
                "the clearance was revoked"),
        SUSPENDED(
                Light.RED,
                "the clearance is suspended"),
        REPLACED(
                Light.RED,
                "a later clearance replaces this one"),
        RECEIPT_FALSE(
                Light.RED,
                "the receipt that it carries does not prove that it is in the register"),
        NOT_IN_REGISTER(
                Light.RED,
                "the register did not hold it, though it says that it was issued before"),
        PACK_TOO_OLD(
                Light.RED,
                "the pack is too old to check anything by: get a new one"),
        PACK_MISSING(
                Light.AMBER,
                "no pack was given, so nobody here knows whether it was withdrawn: call the host"),
        PACK_FALSE(
                Light.AMBER,
                "the pack is not what the host published: get a new one, or call the host"),
        PACK_OLD(
                Light.AMBER,
                "the pack is older than the host allows: call the host"),
        CLOCK_WRONG(
                Light.AMBER,
                "this clock or that of the host is wrong: set it, then check again"),
        STATUS_UNKNOWN(
                Light.AMBER,
                "the status list does not speak of it: call the host"),
        RECEIPT_MISSING(
                Light.AMBER,
                "nothing here proves that it is in the register: get a new pack or its receipt"),
        QUORUM_NOT_REACHED(
                Light.AMBER,
                "too few witnesses vouch for the register: call the host"),
        CONDITIONS_ELSEWHERE(
                Light.AMBER,
                "its conditions do not stand on it: ask the host for them"),
        OPERATOR_ALONE(
                Light.GREEN,
                "no witness vouches for the register; its operator alone does");

        private final Light light;
        private final String sentence;

        Reason(Light light, String sentence) {
            this.light = light;
            this.sentence = sentence;
        }

        public Light light() {
            return light;
        }

        public String sentence() {
            return sentence;
        }

        /** Stable, for programs: {@code not-in-register}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
