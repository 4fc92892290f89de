package nullaosta.party;

import java.time.Instant;
import java.util.Optional;

/** A person who may enter one officer's oral decisions at an instant; made only by {@link #of}. */
public final class DutyOfficer {

    private final Person person;
    private final Delegation delegation;

    private DutyOfficer(Person person, Delegation delegation) {
        this.person = person;
        this.delegation = delegation;
    }

    /** @param officer id of whose oral decisions; empty where no delegation of theirs holds for that */
    public static Optional<DutyOfficer> of(Person person, String officer, Instant at) {
        return person.delegations().stream().filter(it -> it.officer().equals(officer) && it.window().holds(at))
                .findFirst().map(it -> new DutyOfficer(person, it));
    }

    public Person person() {
        return person;
    }

    public Delegation delegation() {
        return delegation;
    }
}
