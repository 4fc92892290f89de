package nullaosta.negotiation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.party.Person;
import nullaosta.party.Role;

/** Which roles may ask for which motion, and who reads a negotiation; {@code docs/reference/roles.md} shows the same table. */
public final class Competence {

    private static final Set<Role> NEGOTIATES = Set.of(Role.TREATY, Role.ENVOY);
    private static final Set<Role> READS = Set.of(Role.TREATY, Role.AUTHORITY, Role.OVERSIGHT,
            Role.ENVOY);

    /** Every motion has a line; a test holds that. */
    public static final Map<Class<? extends Motion>, Set<Role>> TABLE = Map.of(Motion.Propose.class, NEGOTIATES,
            Motion.Reject.class, NEGOTIATES, Motion.Withdraw.class, NEGOTIATES, Motion.SignDraft.class,
            Set.of(Role.TREATY), Motion.SignLegal.class, Set.of(Role.TREATY), Motion.SignForParty.class,
            Set.of(Role.AUTHORITY, Role.ENVOY));

    private Competence() {
    }

    public static boolean mayAsk(Person person, Class<? extends Motion> motion) {
        return TABLE.getOrDefault(motion, Set.of()).contains(person.role());
    }

    /**
     * What a person may know of a negotiation. Treaty office, authorities, oversight and envoys read every text that names
     * their state, which of the host's own people is all of them, with what became of it; everybody else what was published.
     */
    public static Negotiation seen(Person person, Negotiation negotiation) {
        return negotiation
                .seenBy(READS.contains(person.role()) ? Optional.of(person.state().code()) : Optional.empty());
    }
}
