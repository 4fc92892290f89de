package nullaosta.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is older than a shift, however busily it is used: its person signs in again. */
final class SessionAge extends OncePerRequestFilter {

    static final Duration SHIFT = Duration.ofHours(12);

    private final InstantSource clock;

    SessionAge(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && !clock.instant().isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(SHIFT))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
