package nullaosta.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nullaosta.agreement.text.Sentences;
import nullaosta.web.api.Problem;
import nullaosta.web.form.BodyLimit;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Door;
import nullaosta.web.signin.SignIn;
import nullaosta.web.signin.Viewer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said when a request came to nothing: to people a page, to programs a problem, to nobody a stack trace. */
@Controller
public final class Failure implements ErrorController {

    private final Pages pages;
    private final SignIn signIn;

    public Failure(Pages pages, SignIn signIn) {
        this.pages = pages;
        this.signIn = signIn;
    }

    @RequestMapping("/error")
    ResponseEntity<?> failure(HttpServletRequest request) {
        HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String words = words(request, status, address);
        if (address.startsWith("/api/")) {
            return Problem.of(status, status.name(), words).response();
        }
        Viewer viewer = Optional.ofNullable((Viewer) request.getAttribute(Door.VIEWER)).orElseGet(() -> come(request));
        return pages.say(status, pages.page(request, viewer), title(status),
                Sentences.sentence(words));
    }

    private Viewer come(HttpServletRequest request) {
        return signIn.arrival(request) instanceof SignIn.Arrival.Known(Viewer viewer)
                ? viewer
                : new Viewer(signIn.anybody());
    }

    private String words(HttpServletRequest request, HttpStatus status, String address) {
        if (request.getAttribute(Door.Turned.ATTRIBUTE) instanceof Door.Turned turned) {
            return turned.words();
        }
        if (address.startsWith("/oauth2/")) {
            return "the provider of identities does not answer as it should, so nobody can sign in; try again, and tell "
                    + "whoever runs this server";
        }
        return switch (status) {
            case NOT_FOUND -> "there is nothing at `" + address + "`";
            case METHOD_NOT_ALLOWED -> "`" + address + "` is not asked for in this way";
            case CONTENT_TOO_LARGE -> BodyLimit.words();
            case FORBIDDEN -> address.startsWith("/api/")
                    ? "nobody is named; a program says who asks with " + signIn.howProgramsSay()
                    : "this page was opened before you changed places, or came from elsewhere; open it again and send it once more";
            case BAD_REQUEST -> "the request could not be read; a field is missing or malformed";
            case UNSUPPORTED_MEDIA_TYPE -> "the body has another form than expected; programs send application/json";
            default -> "this went wrong here, not with you; look whether it was carried out before you send it again";
        };
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Nothing here";
            case FORBIDDEN, UNAUTHORIZED -> "Not for you";
            case CONTENT_TOO_LARGE -> "Too large";
            case INTERNAL_SERVER_ERROR -> "It failed";
            default -> "Not done";
        };
    }
}
