package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nullaosta.oversight.Drift;
import nullaosta.store.Installation;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was agreed, clause by clause. */
@Controller
public final class AgreementPages {

    private final Pages pages;
    private final Installation installation;

    public AgreementPages(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    @GetMapping("/agreements")
    ResponseEntity<String> all(HttpServletRequest request, Viewer viewer) {
        return pages.show("agreements", pages.page(request, viewer),
                Map.of("agreements", installation.agreements().all()));
    }

    /** What each version widened, by proof and by past cases; it names cases, and so is for those who may know of them. */
    @GetMapping("/drift/{id}")
    ResponseEntity<String> drift(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id) {
        Page page = pages.page(request, viewer);
        return installation.agreements().agreement(id)
                .map(agreement -> pages.show("drift", page,
                        Map.of("drift", Drift.of(agreement, installation.past(), installation.mode()))))
                .orElseGet(() -> noSuch(page, id));
    }

    @GetMapping("/agreements/{id}")
    ResponseEntity<String> one(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id) {
        Page page = pages.page(request, viewer);
        return installation.agreements().agreement(id)
                .map(agreement -> pages.show("agreement", page, Map.of("agreement", agreement)))
                .orElseGet(() -> noSuch(page, id));
    }

    private ResponseEntity<String> noSuch(Page page, String id) {
        return pages.say(HttpStatus.NOT_FOUND, page, "No such agreement",
                "There is no agreement `" + id + "`; the list has all there are.");
    }
}
