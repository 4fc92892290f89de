package nullaosta.web.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that says it is larger than any mission needs; one that does not say so is cut off where it is read. */
public final class BodyLimit extends OncePerRequestFilter {

    /** Bytes of one body. */
    public static final int LARGEST = 1_000_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, words());
        } else {
            chain.doFilter(request, response);
        }
    }

    public static String words() {
        return String.format(Locale.ROOT, "the body is larger than %,d bytes; send less at a time", LARGEST);
    }
}
