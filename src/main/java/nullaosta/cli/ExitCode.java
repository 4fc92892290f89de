package nullaosta.cli;

import nullaosta.assessment.Outcome;

/** What a command's exit code says; the reference lists the same. */
public enum ExitCode {
    ELIGIBLE(0, "eligible: nothing stands in the way"),
    FAILURE(1, "the tool itself failed"),
    INELIGIBLE(2,
            "ineligible: a clause refuses the flight"),
    NOT_VALID(3,
            "the terms or the facts file are not valid"),
    NEEDS_FACTS(4, "facts are missing"),
    REFER(5,
            "an authority decides, case by case"),
    NOT_COVERED(6,
            "not covered, or no version is in force"),
    CANNOT_EVALUATE(7,
            "a clause could not be evaluated"),
    WRONG_USAGE(64,
            "wrong usage of the command");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> ELIGIBLE;
            case REFER -> REFER;
            case NEEDS_FACTS -> NEEDS_FACTS;
            case INELIGIBLE -> INELIGIBLE;
            case NOT_COVERED -> NOT_COVERED;
            case CANNOT_EVALUATE -> CANNOT_EVALUATE;
        };
    }
}
