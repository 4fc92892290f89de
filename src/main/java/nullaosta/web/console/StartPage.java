package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import nullaosta.party.Person;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.DemoSignIn;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, on which the demonstration's sign-in is a list. */
@Controller
public final class StartPage {

    private final Pages pages;
    private final DemoSignIn signIn;

    public StartPage(Pages pages, DemoSignIn signIn) {
        this.pages = pages;
        this.signIn = signIn;
    }

    @GetMapping("/")
    ResponseEntity<String> start(HttpServletRequest request, Viewer viewer) {
        return pages.show("start", pages.page(request, viewer), Map.of("people", signIn.people().all()));
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(HttpServletRequest request, Viewer viewer, @RequestParam("person") String id) {
        return signIn.signIn(request, id).map(person -> Redirect.to(home(person)))
                .orElseGet(() -> pages.say(HttpStatus.UNPROCESSABLE_CONTENT, pages.page(request, viewer),
                        "Nobody of that name", "There is no `" + id + "` here; choose from the list."));
    }

    private static String home(Person person) {
        return switch (person.role()) {
            case REQUESTER, DESK, AUTHORITY, OVERSIGHT -> "/cases";
            case BASE -> "/base";
            case WATCH -> "/watch";
            case TREATY, ENVOY -> "/agreements";
            case PUBLIC -> "/oversight";
        };
    }

    /** After a form, the browser reads a page anew: reloading it sends nothing twice. */
    static final class Redirect {

        private Redirect() {
        }

        static ResponseEntity<String> to(String address) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
        }
    }
}
