package nullaosta.clearance.partner;

import java.time.Instant;

/** What became of a pack that was fetched or laid there. */
public sealed interface Told {

    /** It is checked by from now on. @param at as of when it tells how clearances stand */
    record Taken(Instant at) implements Told {}

    /** It tells nothing later than the one that is held. */
    record NoNews() implements Told {}

    /** It is not what the partner published, or there is none; the one that is held stays. */
    record NotTaken(String words) implements Told {}
}
