package nullaosta.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nullaosta.register.proof.EntryBundle;
import nullaosta.store.Intake;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code POST /register/add}: takes an opaque entry from anybody, for tests under load. A door of its own before all others,
 * which asks nobody who they are; it is there only where the site's description opens it, and never with real cases.
 */
final class RegisterAdding extends OncePerRequestFilter {

    private static final String PATH = "/register/add";
    private static final int PATIENCE_SECONDS = 30;

    private final Intake intake;

    RegisterAdding(Intake intake) {
        this.intake = intake;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH) || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] entry = request.getInputStream().readNBytes(EntryBundle.LARGEST_ENTRY + 1);
        if (entry.length > EntryBundle.LARGEST_ENTRY) {
            say(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "an entry has at most " + EntryBundle.LARGEST_ENTRY + " bytes\n");
            return;
        }
        try {
            say(response, HttpServletResponse.SC_OK,
                    String.valueOf(intake.add(entry).get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        } catch (ExecutionException e) {
            Throwable why = e.getCause();
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    (why == null ? e.getMessage() : why.getMessage()) + "\n");
        } catch (TimeoutException e) {
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "the entry is not a leaf after " + PATIENCE_SECONDS + " s; it may become one\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the server stops\n");
        }
    }

    private static void say(HttpServletResponse response, int status, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
