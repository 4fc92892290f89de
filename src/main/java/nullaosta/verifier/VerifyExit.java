package nullaosta.verifier;

import nullaosta.clearance.token.Light;

/** What the exit code of {@code verify} says; the reference lists the same. */
public enum VerifyExit {
    HOLDS(0, "green; what was verified holds"),
    NOT_CHECKED(1,
            "nothing was checked: a file or the register could not be read"),
    DOES_NOT_HOLD(2,
            "red; what was verified does not hold"),
    NOT_CERTAIN(4, "amber; too few witnesses vouch for it, or something to compare with is missing"),
    WRONG_USAGE(64,
            "wrong usage of the command");

    private final int code;
    private final String meaning;

    VerifyExit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    static VerifyExit of(Light light) {
        return switch (light) {
            case GREEN -> HOLDS;
            case AMBER -> NOT_CERTAIN;
            case RED -> DOES_NOT_HOLD;
        };
    }
}
