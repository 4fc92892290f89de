package nullaosta.oversight.figures;

/**
 * Allegations that cleared flights harmed civilians. They are told to the last one: whose harm is alleged is not kept from
 * the public by small numbers.
 *
 * @param answered those whose inquiry is over
 */
public record Allegations(int alleged, int answered) {

    /** Those that were not answered, or whose inquiry is not over. */
    public int open() {
        return alleged - answered;
    }
}
