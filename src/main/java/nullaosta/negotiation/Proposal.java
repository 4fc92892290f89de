package nullaosta.negotiation;

import java.time.Instant;

/**
 * A text that a party put on the table.
 *
 * @param party the state that did
 * @param by    id of the person
 * @param fate  what became of it
 */
public record Proposal(VersionText version, String party, String by, Instant at, Fate fate) {

    /** What became of a proposal; only one of a negotiation is on the table. */
    public enum Fate {
        ON_THE_TABLE,
        COUNTERED,
        REJECTED,
        WITHDRAWN,
        PUBLISHED
    }

    Proposal with(Fate other) {
        return new Proposal(version, party, by, at, other);
    }

    public String hash() {
        return version.hash();
    }
}
