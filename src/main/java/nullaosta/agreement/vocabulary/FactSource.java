package nullaosta.agreement.vocabulary;

/** Who supplies a fact; it is taken from nobody else. */
public enum FactSource {
    /** Stated by the user state in its mission. */
    REQUESTER,
    /** Established by the desk from the documents and statements on the case. */
    CASE_FILE,
    /** Kept by the host: whom it recognises, what it has closed. */
    HOST,
    /** Counted from the flights already cleared. */
    LEDGER,
    /** Read off the clock at the door. */
    CLOCK;

    /** For the sentence "… answers". */
    public String inWords() {
        return switch (this) {
            case REQUESTER -> "the requester";
            case CASE_FILE -> "the desk, from the case file";
            case HOST -> "the host's own registers";
            case LEDGER -> "the ledger of flights";
            case CLOCK -> "the clock at the door";
        };
    }
}
