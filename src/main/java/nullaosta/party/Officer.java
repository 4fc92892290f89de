package nullaosta.party;

import java.time.Instant;
import java.util.Optional;

/** A person with a mandate that was live at an instant; made only by {@link #of}. */
public final class Officer {

    private final Person person;
    private final Mandate mandate;

    private Officer(Person person, Mandate mandate) {
        this.person = person;
        this.mandate = mandate;
    }

    /** The officer of the host that {@code person} is for {@code authority} at {@code at}; empty if they hold no live mandate for it. */
    public static Optional<Officer> of(Person person, StateCode host, String authority, Instant at) {
        if (person.role() != Role.AUTHORITY || !person.state().equals(host)) {
            return Optional.empty();
        }
        return person.mandate(authority, at).map(m -> new Officer(person, m));
    }

    public Person person() {
        return person;
    }

    public Mandate mandate() {
        return mandate;
    }
}
