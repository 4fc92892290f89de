package nullaosta.negotiation;

import java.util.List;
import java.util.function.Function;
import nullaosta.disclosure.Envelope;
import nullaosta.seal.Digest;

/**
 * Where negotiations are kept. The steps of one motion are in one transaction with their entries in the register: after a
 * crash either all of it is there or none.
 */
public interface NegotiationStore {

    /** Runs {@code work} in one transaction; rolled back if it throws. */
    <T> T transact(Function<Session, T> work);

    /** The steps of an agreement's negotiation, without locking it; none where there is none. */
    List<StepTaken> read(String agreement);

    /** Ids of all agreements that were ever negotiated. */
    List<String> agreements();

    /** How many versions were published, of all agreements together; it only grows. */
    int publications();

    /** One transaction. */
    interface Session {

        /** The negotiation of an agreement, locked until the transaction ends, also where it does not exist yet. */
        Stored lock(String agreement);

        /** Appends one step to the negotiation, opened with {@code pseudonym} if it is the first, and to the register. */
        void append(String agreement, String pseudonym, Line line);
    }

    /**
     * @param pseudonym what the register calls the negotiation; empty where it does not exist yet
     * @param last      digest of its last envelope; of no bytes where there is none
     */
    record Stored(String pseudonym, List<StepTaken> steps, Digest last) {
        public Stored {
            steps = List.copyOf(steps);
        }
    }

    /** A step as stored: its bytes, the salt of their commitment, and the envelope for the register. */
    record Line(StepTaken taken, byte[] body, byte[] salt, Envelope envelope) {}
}
