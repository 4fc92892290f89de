package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nullaosta.store.Installation;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who signed in of late, and who tried to; read by oversight. */
@Controller
public final class SignInsPage {

    private final Pages pages;
    private final Installation installation;

    public SignInsPage(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    @GetMapping("/sign-ins")
    ResponseEntity<String> signIns(HttpServletRequest request, Viewer viewer) {
        return pages.show("signins", pages.page(request, viewer),
                Map.of("signIns", installation.signIns().latest(), "turnedAway", installation.signIns().turnedAway(),
                        "people", installation.people()));
    }
}
