package nullaosta.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nullaosta.party.Person;
import nullaosta.party.Role;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is at the door, and lets in whom {@link Admission} lets in; others get an answer that says whose place it is. What is listed nowhere is nowhere: a page that was forgotten there is closed. */
public final class Door extends OncePerRequestFilter {

    /** Request attribute that holds the {@link Viewer} behind the door. */
    public static final String VIEWER = Viewer.class.getName();

    private final SignIn signIn;
    private final TurnedAway log;

    public Door(SignIn signIn, TurnedAway log) {
        this.signIn = signIn;
        this.log = log;
    }

    /** Where it is entered that somebody of the host's people came to a place that is not theirs. */
    public interface TurnedAway {
        void enter(Person person, String method, String place, int status);
    }

    /** Why somebody was not let in; the page or the problem is made of it. */
    public record Turned(int status, String words) {
        public static final String ATTRIBUTE = Turned.class.getName();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (signIn.arrival(request)) {
            case SignIn.Arrival.Unknown(String words) -> turn(request, response,
                    new Turned(HttpServletResponse.SC_UNAUTHORIZED, words));
            case SignIn.Arrival.Known(Viewer viewer) -> let(viewer, request, response, chain);
        }
    }

    private void let(Viewer viewer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(VIEWER, viewer);
        Role role = viewer.person().role();
        Set<Role> admitted = Admission.at(request.getServletPath());
        if (admitted.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (admitted.contains(role)) {
            if (viewer.scopes().cover(request.getMethod(), request.getServletPath(),
                    admitted.contains(Role.PUBLIC))) {
                chain.doFilter(request, response);
            } else {
                turn(viewer.person(), request, response, new Turned(HttpServletResponse.SC_FORBIDDEN,
                        viewer.scopes().bar(request.getMethod(), request.getServletPath())));
            }
        } else {
            turn(viewer.person(), request, response,
                    new Turned(HttpServletResponse.SC_FORBIDDEN, "this place is for " + String.join(", ",
                            admitted.stream().sorted().map(Role::title).toList()) + "; you came as " + role.title()));
        }
    }

    /** Nobody in particular comes to closed places all day, and is not entered. */
    private void turn(Person person, HttpServletRequest request, HttpServletResponse response, Turned turned)
            throws IOException {
        if (person.role() != Role.PUBLIC) {
            log.enter(person, request.getMethod(), request.getServletPath(), turned.status());
        }
        turn(request, response, turned);
    }

    static void turn(HttpServletRequest request, HttpServletResponse response, Turned turned)
            throws IOException {
        request.setAttribute(Turned.ATTRIBUTE, turned);
        response.sendError(turned.status(), turned.words());
    }
}
