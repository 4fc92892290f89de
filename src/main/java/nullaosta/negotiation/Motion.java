package nullaosta.negotiation;

import java.util.Optional;

/** What a person asks to be done in a negotiation. */
public sealed interface Motion {

    /**
     * @param text    the whole file of a version; it says itself which agreement it is of
     * @param answers hash of the proposal on the table that it is to take the place of; empty where none is
     */
    record Propose(String text, Optional<String> answers, String note) implements Motion {}

    record Reject(String hash, String reason) implements Motion {}

    record Withdraw(String hash, String reason) implements Motion {}

    record SignDraft(String hash) implements Motion {}

    record SignLegal(String hash) implements Motion {}

    record SignForParty(String hash) implements Motion {}
}
