package nullaosta.agreement;

/** What a clause does. */
public enum ClauseKind {
    /** Brings a flight within the agreement where its {@code when} holds. */
    GRANT,
    /** Demands something of the flights its {@code when} holds for. */
    REQUIRE,
    /** Sends each flight its {@code when} holds for to an authority, case by case. */
    REFER
}
