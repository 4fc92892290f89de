package nullaosta.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import nullaosta.party.People;
import nullaosta.party.Person;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Sign-in for demonstrations: one chooses who one is. On loopback only, with exercise data only.
 *
 * <p>Programs send {@code Authorization: Bearer demo:ID}, people choose from a list and carry a session.
 */
public final class DemoSignIn implements SignIn {

    private static final String PERSON = "person";
    private static final String BEARER = "Bearer demo:";

    private final People people;

    public DemoSignIn(People people) {
        this.people = people;
    }

    public People people() {
        return people;
    }

    @Override
    public Arrival arrival(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return (header.startsWith(BEARER)
                    ? people.find(header.substring(BEARER.length()).strip())
                    : Optional.<Person>empty()).<Arrival>map(person -> new Arrival.Known(new Viewer(person)))
                    .orElseGet(() -> new Arrival.Unknown("the Authorization header names nobody who may act; expected "
                            + "`Bearer demo:ID`, such as `demo:desk.rossi`"));
        }
        HttpSession session = request.getSession(false);
        Object id = session == null ? null : session.getAttribute(PERSON);
        return new Arrival.Known(new Viewer(
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

    @Override
    public Person anybody() {
        return people.anybody();
    }

    @Override
    public String howProgramsSay() {
        return "`Authorization: Bearer demo:ID`";
    }

    @Override
    public void guard(HttpSecurity http) {
        http.logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new NameGuard(Set.of("localhost", "127.0.0.1", "[::1]"),
                        "the demonstration answers only to localhost"), SecurityContextHolderFilter.class);
    }
}
