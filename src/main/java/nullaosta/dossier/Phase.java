package nullaosta.dossier;

/** Where a case stands on its way to a decision. */
public enum Phase {
    WITH_THE_DESK("with the desk"),
    FOR_DECISION("for decision"),
    CLEARED("cleared"),
    BLOCK("granted as a block"),
    REFUSED("refused"),
    WITHDRAWN(
            "withdrawn");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean open() {
        return this == WITH_THE_DESK || this == FOR_DECISION;
    }
}
