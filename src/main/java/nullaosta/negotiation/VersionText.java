package nullaosta.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Period;
import nullaosta.agreement.Terms;

/**
 * The text of one version as it was put forward, with what a negotiation asks of it.
 *
 * @param version {@code v1}, {@code v2.proposed}
 * @param hash    of the terms: what everybody signs
 * @param from    first day of its period; empty for a proposed version, which has none
 * @param until   first day on which it no longer holds; empty while that is open
 * @param text    the whole file
 * @param vocabulary hash of the vocabulary that gives the words their meaning; signed with the text. Empty for what was put
 *     forward before it was kept
 */
public record VersionText(String version, String hash, List<String> parties, Optional<LocalDate> from,
        Optional<LocalDate> until, String text, Optional<String> vocabulary) {

    /** Digits by which people tell hashes apart. */
    private static final int SHORT = 12;

    public VersionText {
        parties = List.copyOf(parties);
    }

    static VersionText of(Terms terms, String text) {
        return new VersionText(terms.version().toString(), terms.hash(), terms.parties(),
                terms.inForce().map(Period::from), terms.inForce().flatMap(Period::until), text,
                Optional.of(terms.vocabulary().hash()));
    }

    public Optional<Period> period() {
        return from.map(day -> new Period(day, until));
    }

    /** The beginning of a hash, for people. */
    public static String shortened(String hash) {
        return hash.length() <= SHORT ? hash : hash.substring(0, SHORT) + "…";
    }
}
