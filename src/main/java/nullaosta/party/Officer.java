package nullaosta.party;

import java.time.Instant;
import java.util.Optional;

/**
 * A person with a mandate that was live at an instant, their own or that of an absent officer whose deputy they are; made
 * only by {@link #of} and {@link #inPlaceOf}.
 */
public final class Officer {

    private final Person person;
    private final Mandate mandate;
    private final Optional<Away> away;

    /** Whose mandate it is, and the entry that they are away. */
    public record Away(Person holder, Absence absence) {}

    private Officer(Person person, Mandate mandate, Optional<Away> away) {
        this.person = person;
        this.mandate = mandate;
        this.away = away;
    }

    /** The officer of the host that {@code person} is for {@code authority} at {@code at}; empty if they hold no live mandate for it. */
    public static Optional<Officer> of(Person person, StateCode host, String authority, Instant at) {
        if (person.role() != Role.AUTHORITY || !person.state().equals(host)) {
            return Optional.empty();
        }
        return person.mandate(authority, at).map(m -> new Officer(person, m, Optional.empty()));
    }

    /** The officer that {@code person} is in the place of {@code holder}; empty unless the absence holds and names them. */
    static Optional<Officer> inPlaceOf(Person person, Person holder, Absence absence, StateCode host, String authority,
            Instant at) {
        boolean named = absence.holds(at) && absence.deputy().equals(person.id())
                && absence.officer().equals(holder.id()) && person.role() == Role.AUTHORITY
                && person.state().equals(host);
        return named
                ? of(holder, host, authority, at)
                        .map(of -> new Officer(person, of.mandate, Optional.of(new Away(holder, absence))))
                : Optional.empty();
    }

    /** Whose mandate is used; empty where it is their own. */
    public Optional<Away> away() {
        return away;
    }

    /** Id of whose mandate it is. */
    public String holder() {
        return away.map(it -> it.holder().id()).orElse(person.id());
    }

    public Person person() {
        return person;
    }

    public Mandate mandate() {
        return mandate;
    }
}
