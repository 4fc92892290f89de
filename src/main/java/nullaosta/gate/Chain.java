package nullaosta.gate;

/**
 * How far a device's records are known.
 *
 * @param last number of the last one; 0 before the first
 * @param head its digest; zeroes before the first
 */
public record Chain(long last, String head) {

    public static final Chain EMPTY = new Chain(0, "0".repeat(64));

    /** What a record that is not known yet is to the chain. */
    public sealed interface Step {

        record Follows(Chain chain) implements Step {}

        /** Records are missing between two numbers; they come first, or the device is asked for them. */
        record Missing(long after, long before) implements Step {}

        /** The device signed two histories: it was copied, or somebody put its store back. */
        record Forked(long number) implements Step {}
    }

    public Step next(SignedCheck signed) {
        GateCheck check = signed.check();
        if (check.number() > last + 1) {
            return new Step.Missing(last, check.number());
        }
        return check.number() == last + 1 && check.previous().equals(head)
                ? new Step.Follows(new Chain(check.number(), signed.digest().hex()))
                : new Step.Forked(check.number());
    }
}
