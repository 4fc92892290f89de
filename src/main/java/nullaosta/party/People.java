package nullaosta.party;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All who may act, by id, in the order they were listed. */
public final class People {

    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> bySubject = new LinkedHashMap<>();

    public People(Collection<Person> people) {
        for (Person person : people) {
            if (byId.put(person.id(), person) != null) {
                throw new IllegalArgumentException("person id `" + person.id() + "` is given twice");
            }
            person.subject().ifPresent(subject -> {
                if (bySubject.put(subject, person) != null) {
                    throw new IllegalArgumentException("subject `" + subject + "` is given twice");
                }
            });
        }
        for (Person person : people) {
            for (Deputyship deputyship : person.deputyships()) {
                if (find(deputyship.officer()).filter(it -> it.role() == Role.AUTHORITY).isEmpty()) {
                    throw new IllegalArgumentException("`" + person.id() + "` is deputy of `" + deputyship.officer()
                            + "`, who is no deciding authority in the list");
                }
            }
            for (Delegation delegation : person.delegations()) {
                if (find(delegation.officer()).filter(it -> it.role() == Role.AUTHORITY).isEmpty()) {
                    throw new IllegalArgumentException("`" + person.id() + "` may enter oral decisions of `"
                            + delegation.officer() + "`, who is no deciding authority in the list");
                }
            }
        }
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The person whom the provider of identities knows under a subject. */
    public Optional<Person> withSubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** Who nobody in particular is. */
    public Person anybody() {
        return byId.values().stream().filter(person -> person.role() == Role.PUBLIC).findFirst()
                .orElseThrow(() -> new IllegalStateException("the list of people needs one who is the public"));
    }

    public List<Person> all() {
        return List.copyOf(byId.values());
    }
}
