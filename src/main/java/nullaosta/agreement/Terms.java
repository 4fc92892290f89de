package nullaosta.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.Vocabulary;

/**
 * One checked version of an agreement.
 *
 * @param agreement  the agreement's id, which is its folder's name
 * @param inForce    when it is law; empty exactly for a proposed version
 * @param timezone   in which its days are counted
 * @param places     corridors, orbits and areas that the clauses speak of, by name
 * @param published  the day on which the text was known; empty where nobody says
 * @param hash       SHA-256 over the file's content in canonical form, lower-case hexadecimal
 */
public record Terms(String agreement, Version version, String title, String host, List<String> parties,
        List<String> userStates, List<String> bases, Optional<Period> inForce, ZoneId timezone, Vocabulary vocabulary,
        Map<String, Parameter> params, Map<String, AgreedPlace> places, Map<String, Authority> authorities,
        List<Clause> clauses, List<Property> properties, Optional<LocalDate> published, String hash) {

    public Terms {
        parties = List.copyOf(parties);
        userStates = List.copyOf(userStates);
        bases = List.copyOf(bases);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        authorities = Collections.unmodifiableMap(new LinkedHashMap<>(authorities));
        clauses = List.copyOf(clauses);
        properties = List.copyOf(properties);
        if (version.proposed() == inForce.isPresent()) {
            throw new IllegalArgumentException("a version is either proposed or in force from a day");
        }
    }

    /** {@code it-us-sigonella/1}, {@code it-us-sigonella/2.proposed}. */
    public String id() {
        return agreement + "/" + version.toString().substring(1);
    }

    public boolean inForceAt(Instant instant) {
        return inForce.map(period -> period.holds(instant.atZone(timezone).toLocalDate())).orElse(false);
    }

    /** Whether a clause asks for something that is counted from the flights already cleared. */
    public boolean count() {
        return clauses.stream().flatMap(clause -> Stream.of(clause.applies(), clause.require()))
                .flatMap(condition -> condition.facts().stream())
                .anyMatch(fact -> vocabulary.fact(fact).map(FactDeclaration::from).orElseThrow() == FactSource.LEDGER);
    }

    /** The day on which a clause of these terms was known. */
    public Optional<LocalDate> published(Clause clause) {
        return clause.published().or(() -> published);
    }

    /** These terms as if a clause had never been written, to see what it changes; the hash stays that of the whole. */
    public Terms without(String clause) {
        return new Terms(agreement, version, title, host, parties, userStates, bases, inForce, timezone, vocabulary,
                params, places, authorities, Exceptions.without(clauses, clause), properties, published, hash);
    }

    /** These terms as law until a day, on which a later version takes their place; the hash stays that of the whole. */
    public Terms endingOn(LocalDate day) {
        Period period = inForce.orElseThrow();
        return new Terms(agreement, version, title, host, parties, userStates, bases,
                Optional.of(new Period(period.from(), Optional.of(day))), timezone, vocabulary, params, places,
                authorities, clauses, properties, published, hash);
    }

    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }
}
