package nullaosta.audit;

/**
 * Something that an auditor must know.
 *
 * @param where the case's number, or where in the register
 */
public record Finding(Weight weight, String where, String words) {

    /** From the worst. */
    public enum Weight {
        /** The server says something that the register contradicts. */
        CONTRADICTION,
        /** Nothing contradicts it, and nothing but the server's word stands behind it. */
        UNPROVEN
    }
}
