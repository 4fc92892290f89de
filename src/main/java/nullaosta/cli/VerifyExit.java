package nullaosta.cli;

import nullaosta.clearance.token.Light;

/** What the exit code of {@code verify} says; the reference lists the same. */
public enum VerifyExit {
    HOLDS(0, "green; the register is sound"),
    NOT_CHECKED(1,
            "nothing was checked: a file or the register could not be read"),
    DOES_NOT_HOLD(2,
            "red; the register is broken"),
    NOT_CERTAIN(4, "amber"),
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
