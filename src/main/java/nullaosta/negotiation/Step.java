package nullaosta.negotiation;

import java.time.LocalDate;
import java.util.Optional;

/** One thing that happened in a negotiation. The names are stored and shown in the register: they never change. */
public sealed interface Step {

    /** @param party the state that puts it on the table */
    record Proposed(String party, VersionText version, String note) implements Step {}

    /** @param answers hash of the proposal that it takes from the table */
    record CounterProposed(String party, String answers, VersionText version, String note) implements Step {}

    record Rejected(String party, String hash, String reason) implements Step {}

    /** By the party that had proposed it. */
    record Withdrawn(String party, String hash, String reason) implements Step {}

    /**
     * The host's drafter: this is the text that was meant.
     *
     * @param name as printed
     * @param act  what gave the power to sign
     * @param vocabulary hash of what gives the text's words their meaning, signed with it; empty in older steps, as in all
     *     signatures and publications
     */
    record DraftSigned(String hash, String name, String act, Optional<String> vocabulary) implements Step {}

    /** The host's lawyer: nothing stands against it in law. */
    record LegalSigned(String hash, String name, String act, Optional<String> vocabulary) implements Step {}

    record PartySigned(String party, String hash, String name, String act, Optional<String> vocabulary)
            implements
                Step {}

    /**
     * Made by the last party's signature.
     *
     * @param ends the version whose period ends on {@code from}, if one is in force until then
     */
    record Published(String version, String hash, LocalDate from, Optional<LocalDate> until, Optional<String> ends,
            Optional<String> vocabulary)
            implements
                Step {}
}
