package nullaosta.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Spelling;
import nullaosta.mission.form.ProfileFit;
import nullaosta.party.Host;
import nullaosta.party.Mandate;
import nullaosta.party.People;
import nullaosta.party.Person;

/** Whether a host, its people and its agreements go together: a misspelt authority would otherwise ask too little of it. */
public final class HostFit {

    private HostFit() {
    }

    /** What does not fit, and what to mend; empty if all does. */
    public static Optional<String> fault(Host host, People people, Agreements agreements) {
        Set<String> named = named(host,
                agreements.all().stream().flatMap(agreement -> agreement.versions().stream()).toList());
        for (String authority : new TreeSet<>(host.signatures().keySet())) {
            if (!named.contains(authority)) {
                return Optional.of("host.json asks for signatures of `" + authority + "`, which no agreement names; "
                        + Spelling.help(authority, named));
            }
        }
        return understaffed(host, named, authority -> person -> person.mandates().stream().map(Mandate::authority)
                .anyMatch(authority::equals), people, "its mandate").or(() -> profile(host, agreements));
    }

    /**
     * The same of one version beside the law: officers that its clauses ask for, with mandates that are not over when it
     * begins, and a profile that fits the form then.
     *
     * @param at now; what begins earlier is not decided on earlier
     */
    static Optional<String> fault(Host host, People people, Terms terms, Agreements law, Instant at) {
        Instant from = terms.inForce().map(it -> it.from().atStartOfDay(terms.timezone()).toInstant())
                .filter(at::isBefore).orElse(at);
        return understaffed(host, named(host, List.of(terms)),
                authority -> person -> person.mandates().stream().anyMatch(
                        mandate -> mandate.authority().equals(authority) && mandate.window().until().isAfter(from)),
                people, "a mandate that is not over on " + LocalDate.ofInstant(from, terms.timezone()))
                .or(() -> profile(host, with(law, terms)));
    }

    private static Agreements with(Agreements law, Terms terms) {
        List<Agreement> all = new ArrayList<>(law.all());
        all.add(new Agreement(terms.agreement(), List.of(terms), List.of()));
        return new Agreements(all);
    }

    private static Optional<String> profile(Host host, Agreements agreements) {
        return ProfileFit.faults(host, agreements).stream().reduce((one, other) -> one + "; " + other);
    }

    private static Set<String> named(Host host, List<Terms> versions) {
        Set<String> named = new TreeSet<>();
        named.add(host.ordinaryAuthority());
        versions.stream().flatMap(terms -> terms.clauses().stream())
                .flatMap(clause -> Stream.of(clause.authority(), clause.derogation())).flatMap(Optional::stream)
                .map(Authority::id).forEach(named::add);
        return named;
    }

    private static Optional<String> understaffed(Host host, Set<String> named,
            Function<String, Predicate<Person>> officerOf, People people, String which) {
        for (String authority : named) {
            long officers = people.all().stream().filter(officerOf.apply(authority)).count();
            if (officers < host.signaturesFor(authority)) {
                return Optional.of("`" + authority + "` must sign with " + host.signaturesFor(authority)
                        + ", and people.json has " + officers + " with " + which
                        + "; give more of them the mandate");
            }
        }
        return Optional.empty();
    }
}
