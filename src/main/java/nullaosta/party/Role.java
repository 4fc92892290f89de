package nullaosta.party;

/** What a person does in a case or about an agreement; a person has one. */
public enum Role {
    /** Files for a user state, answers questions, withdraws. */
    REQUESTER("Requester"),
    /** Completes the file, rules on statements, prepares the decision. */
    DESK("Clearance desk"),
    /** Decides, with a mandate. */
    AUTHORITY("Deciding authority"),
    /** Checks at take-off; the base commander has the last word there. */
    BASE("Base"),
    /** Watches flights against their clearances. */
    WATCH("Watch floor"),
    /** Drafts agreements and has them looked at by a lawyer, each with a mandate for it. */
    TREATY("Treaty office"),
    /** Negotiates for a state that is party to an agreement; signs with full powers. */
    ENVOY("Envoy"),
    /** Reads and verifies; changes nothing. */
    OVERSIGHT("Oversight"),
    /** Anybody. */
    PUBLIC("Public");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
