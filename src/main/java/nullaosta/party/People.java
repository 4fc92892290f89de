package nullaosta.party;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All who may act, by id, in the order they were listed. */
public final class People {

    private final Map<String, Person> byId = new LinkedHashMap<>();

    public People(Collection<Person> people) {
        for (Person person : people) {
            if (byId.put(person.id(), person) != null) {
                throw new IllegalArgumentException("person id `" + person.id() + "` is given twice");
            }
        }
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Person> all() {
        return List.copyOf(byId.values());
    }
}
