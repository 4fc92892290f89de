package nullaosta.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who acts in a case. How they signed in is no part of who they are.
 *
 * @param id stable, lower case, such as {@code desk.rossi}
 * @param name rank and name as printed
 * @param post what they are, as printed: {@code Air attaché, United States embassy}
 * @param state the state they act for
 * @param base the base they serve at, if one
 * @param mandates what they may decide or sign; empty for all but officers, the treaty office and envoys
 * @param protectedPartiesAct the act that names them to see whom flights protect; empty for all whom none does
 * @param delegations whose oral decisions they may enter; empty for all but the desk and deciding authorities
 * @param deputyships in whose place they decide while that officer is absent; empty for all but deciding authorities
 * @param subject what the host's provider of identities calls them, for sign-in: OpenID Connect's {@code sub}
 */
public record Person(String id, String name, String post, Role role, StateCode state, Optional<String> base,
        List<Mandate> mandates, Optional<String> protectedPartiesAct, Optional<String> subject,
        List<Delegation> delegations, List<Deputyship> deputyships) {

    private static final Set<Role> MANDATED = Set.of(Role.AUTHORITY, Role.TREATY, Role.ENVOY);

    public Person {
        mandates = List.copyOf(mandates);
        delegations = List.copyOf(delegations);
        deputyships = List.copyOf(deputyships);
        if (!id.matches("[a-z0-9.-]{2,60}")) {
            throw new IllegalArgumentException("person id `" + id + "`; expected lower case letters, digits, . and -");
        }
        if (!MANDATED.contains(role) && !mandates.isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + id + "` has a mandate but is neither a deciding authority nor of a treaty office nor an envoy");
        }
        if (role != Role.AUTHORITY && role != Role.DESK && protectedPartiesAct.isPresent()) {
            throw new IllegalArgumentException("`" + id
                    + "` is named for protected parties but is neither of the desk nor a deciding authority");
        }
        if (role != Role.AUTHORITY && role != Role.DESK && !delegations.isEmpty()) {
            throw new IllegalArgumentException("`" + id
                    + "` may enter oral decisions but is neither of the desk nor a deciding authority");
        }
        if (delegations.stream().anyMatch(it -> it.officer().equals(id))) {
            throw new IllegalArgumentException("`" + id + "` may enter their own oral decisions; expected another's");
        }
        if (role != Role.AUTHORITY && !deputyships.isEmpty()) {
            throw new IllegalArgumentException("`" + id + "` is a deputy but is no deciding authority");
        }
        if (deputyships.stream().anyMatch(it -> it.officer().equals(id))) {
            throw new IllegalArgumentException("`" + id + "` is their own deputy; expected another's");
        }
        if (role == Role.BASE && base.isEmpty()) {
            throw new IllegalArgumentException("`" + id + "` serves at a base but none is named; expected `base`");
        }
    }

    /** Their live mandate for an authority. */
    public Optional<Mandate> mandate(String authority, Instant at) {
        return mandates.stream().filter(m -> m.authority().equals(authority) && m.window().holds(at)).findFirst();
    }
}
