package nullaosta.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who decides in whose place. There are no chains: a deputy uses the absent officer's own mandate, never one that came to
 * that officer as a deputy, and a deputy who is absent passes nothing on.
 *
 * @param absences all that were entered
 */
public record Deputies(People people, List<Absence> absences) {

    /** Where nobody is ever away. */
    public static final Deputies NONE = new Deputies(new People(List.of()), List.of());

    public Deputies {
        absences = List.copyOf(absences);
    }

    /** The absence that keeps a person from deciding, if one does. */
    public Optional<Absence> of(String officer, Instant at) {
        return absences.stream().filter(it -> it.officer().equals(officer) && it.holds(at)).findFirst();
    }

    /** The officers that a person is for an authority: by their own mandate first, then in the place of who is away. */
    public Stream<Officer> officers(Person person, StateCode host, String authority, Instant at) {
        return of(person.id(), at).isPresent()
                ? Stream.empty()
                : Stream.concat(Officer.of(person, host, authority, at).stream(),
                        absences.stream().filter(it -> it.deputy().equals(person.id()) && it.holds(at))
                                .flatMap(it -> people.find(it.officer()).stream()
                                        .flatMap(away -> Officer.inPlaceOf(person, away, it, host, authority, at)
                                                .stream())));
    }
}
