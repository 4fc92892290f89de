package nullaosta.agreement;

/** What a clause does. */
public enum ClauseKind {
    /** Brings a flight within the agreement where its {@code when} holds. */
    GRANT,
    /** Demands something of the flights its {@code when} holds for. */
    REQUIRE,
    /** Forbids something to the flights its {@code when} holds for. */
    PROHIBIT,
    /** Sends each flight its {@code when} holds for to an authority, case by case. */
    REFER;

    /** Whether a flight can breach it. */
    public boolean demands() {
        return this == REQUIRE || this == PROHIBIT;
    }
}
