package nullaosta.clearance;

/** Whether a clearance still permits its flight. */
public enum Life {
    VALID("valid"),
    SUSPENDED("suspended"),
    REVOKED("revoked"),
    REPLACED("replaced by a later one");

    private final String words;

    Life(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
