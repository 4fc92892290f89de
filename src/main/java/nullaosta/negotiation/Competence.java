package nullaosta.negotiation;

import java.util.Map;
import java.util.Set;
import nullaosta.party.Person;
import nullaosta.party.Role;

/** Which roles may ask for which motion, and who reads a negotiation; {@code docs/reference/roles.md} shows the same table. */
public final class Competence {

    private static final Set<Role> NEGOTIATES = Set.of(Role.TREATY, Role.ENVOY);
    private static final Set<Role> READS = Set.of(Role.TREATY, Role.AUTHORITY, Role.OVERSIGHT);

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

    /** Who may read what was put forward: the host's treaty office, authorities and oversight, and the parties' envoys. */
    public static boolean mayRead(Person person, Negotiation negotiation) {
        return READS.contains(person.role())
                || person.role() == Role.ENVOY && (negotiation.parties().contains(person.state().code()));
    }
}
