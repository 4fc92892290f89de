package nullaosta.cli;

/** What the exit code of {@code agreement} says; the reference lists the same. */
public enum ProofExit {
    AS_CLAIMED(0, "all is as claimed: no problem; every binding claim proved; nothing newly permitted"),
    FAILURE(1, "the tool itself failed"),
    NOT_AS_CLAIMED(2,
            "a claim is refuted or not decided; something is newly permitted; the two cannot be compared"),
    NOT_VALID(3,
            "a terms file is not valid, or a clause's own test fails"),
    WRONG_USAGE(64,
            "wrong usage of the command");

    private final int code;
    private final String meaning;

    ProofExit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
