package nullaosta.decision;

import java.util.List;

/** What came of an officer's signature. */
public sealed interface Vote {

    /** Not taken; nothing changed. */
    record Barred(Bar bar) implements Vote {}

    /** Taken; others must sign too. */
    record Pending(Signature signature, List<String> waitingFor) implements Vote {
        public Pending {
            waitingFor = List.copyOf(waitingFor);
        }
    }

    /** Taken, and with it the case is decided. */
    record Final(Signature signature, Decision decision) implements Vote {}
}
