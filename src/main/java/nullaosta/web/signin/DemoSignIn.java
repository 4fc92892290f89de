package nullaosta.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;

/**
 * Sign-in for demonstrations: one chooses who one is. On loopback only, with exercise data only.
 *
 * <p>Programs send {@code Authorization: Bearer demo:ID}, people choose from a list and carry a session.
 */
public final class DemoSignIn {

    private static final String PERSON = "person";
    private static final String BEARER = "Bearer demo:";

    private final People people;

    public DemoSignIn(People people) {
        this.people = people;
    }

    public People people() {
        return people;
    }

    /** Who is at the door; empty where somebody claims to be a person that does not exist. */
    public Optional<Viewer> viewer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return header.startsWith(BEARER)
                    ? people.find(header.substring(BEARER.length()).strip()).map(Viewer::new)
                    : Optional.empty();
        }
        HttpSession session = request.getSession(false);
        Object id = session == null ? null : session.getAttribute(PERSON);
        return Optional.of(new Viewer(
                Optional.ofNullable(id).map(String::valueOf).flatMap(people::find).orElseGet(this::anybody)));
    }

    /** A new session with a new token for its forms: a page that was opened as somebody else can send nothing any more. */
    public Optional<Person> signIn(HttpServletRequest request, String id) {
        Optional<Person> person = people.find(id);
        person.ifPresent(known -> {
            HttpSession before = request.getSession(false);
            if (before != null) {
                before.invalidate();
            }
            request.getSession(true).setAttribute(PERSON, known.id());
        });
        return person;
    }

    /** Who nobody in particular is. */
    public Person anybody() {
        return people.all().stream().filter(person -> person.role() == Role.PUBLIC).findFirst()
                .orElseThrow(() -> new IllegalStateException("the people of an exercise need one who is the public"));
    }
}
