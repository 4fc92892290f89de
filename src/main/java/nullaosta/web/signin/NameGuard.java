package nullaosta.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away requests that ask for this server under another name: a page elsewhere could otherwise reach it by one of its own. */
public final class NameGuard extends OncePerRequestFilter {

    private final Set<String> names;
    private final String words;

    /** @param words what the others are told */
    NameGuard(Set<String> names, String words) {
        this.names = Set.copyOf(names);
        this.words = words;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (names.contains(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().println(words);
        }
    }
}
