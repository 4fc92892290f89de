package nullaosta.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nullaosta.party.Role;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is at the door, and lets in whom {@link Admission} lets in; others get an answer that says whose place it is. What is listed nowhere is nowhere: a page that was forgotten there is closed. */
public final class Door extends OncePerRequestFilter {

    /** Request attribute that holds the {@link Viewer} behind the door. */
    public static final String VIEWER = Viewer.class.getName();

    private final DemoSignIn signIn;

    public Door(DemoSignIn signIn) {
        this.signIn = signIn;
    }

    /** Why somebody was not let in; the page or the problem is made of it. */
    public record Turned(int status, String words) {
        public static final String ATTRIBUTE = Turned.class.getName();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Viewer> viewer = signIn.viewer(request);
        if (viewer.isEmpty()) {
            turn(request, response, new Turned(HttpServletResponse.SC_UNAUTHORIZED,
                    "the Authorization header names nobody who may act; expected `Bearer demo:ID`, such as `demo:desk.rossi`"));
            return;
        }
        request.setAttribute(VIEWER, viewer.get());
        Role role = viewer.get().person().role();
        Set<Role> admitted = Admission.at(request.getServletPath());
        if (admitted.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (admitted.contains(role)) {
            chain.doFilter(request, response);
        } else {
            turn(request, response,
                    new Turned(HttpServletResponse.SC_FORBIDDEN, "this place is for " + String.join(", ",
                            admitted.stream().sorted().map(Role::title).toList()) + "; you came as " + role.title()));
        }
    }

    private static void turn(HttpServletRequest request, HttpServletResponse response, Turned turned)
            throws IOException {
        request.setAttribute(Turned.ATTRIBUTE, turned);
        response.sendError(turned.status(), turned.words());
    }
}
