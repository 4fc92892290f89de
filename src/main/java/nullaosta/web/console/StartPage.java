package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.DemoSignIn;
import nullaosta.web.signin.ProviderSignIn;
import nullaosta.web.signin.SignIn;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: in a demonstration a list of people, elsewhere the way to the provider of identities. */
@Controller
public final class StartPage {

    private final Pages pages;
    private final SignIn signIn;

    public StartPage(Pages pages, SignIn signIn) {
        this.pages = pages;
        this.signIn = signIn;
    }

    @GetMapping("/")
    ResponseEntity<String> start(HttpServletRequest request, Viewer viewer) {
        return switch (signIn) {
            case DemoSignIn demo -> pages.show("start", pages.page(request, viewer),
                    Map.of("people", demo.people().all()));
            case ProviderSignIn provider -> viewer.person().role() == Role.PUBLIC
                    ? pages.show("enter", pages.page(request, viewer), Map.of("address", provider.startsAt()))
                    : Redirect.to(home(viewer.person()));
        };
    }

    /** In a demonstration one says who one is; elsewhere there is no such place. */
    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(HttpServletRequest request, Viewer viewer, @RequestParam("person") String id) {
        Page page = pages.page(request, viewer);
        if (!(signIn instanceof DemoSignIn demo)) {
            return pages.say(HttpStatus.NOT_FOUND, page, "Nothing here", "Sign in from the first page.");
        }
        return demo.signIn(request, id).map(person -> Redirect.to(home(person)))
                .orElseGet(() -> pages.say(HttpStatus.UNPROCESSABLE_CONTENT, page,
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
