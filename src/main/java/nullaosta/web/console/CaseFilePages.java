package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import nullaosta.oversight.sample.Review;
import nullaosta.store.Installation;
import nullaosta.web.form.Counter;
import nullaosta.web.form.PageForm;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All of a case on paper, as far as its reader may see it: to print from the browser, and as PDF. */
@Controller
public final class CaseFilePages {

    private static final String DECIDED = "decided";

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public CaseFilePages(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/cases/{number}/file")
    ResponseEntity<String> page(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @RequestParam(name = "as", defaultValue = "") String as) {
        Page page = pages.page(request, viewer);
        return view(page, number, as).map(view -> pages.show("casefile", page, Map.of("view", view, "asDecided",
                as.equals(DECIDED))))
                .orElseGet(() -> unknown(page, number));
    }

    @GetMapping("/cases/{number}/file.pdf")
    ResponseEntity<?> pdf(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @RequestParam(name = "as", defaultValue = "") String as) {
        Page page = pages.page(request, viewer);
        Optional<CaseView> view = view(page, number, as);
        return view.isPresent()
                ? pages.paper("casefilepdf", page, Map.of("view", view.get(), "asDecided", as.equals(DECIDED)),
                        as.equals(DECIDED) ? number + "-as-decided" : number)
                : unknown(page, number);
    }

    /** @param as {@code decided} for the case as it stood when it was decided last; anything else for how it stands */
    private Optional<CaseView> view(Page page, String number, String as) {
        return counter.find(page.viewer(), number)
                .flatMap(dossier -> as.equals(DECIDED)
                        ? Review.decided(dossier).map(Review.Decided::dossier)
                        : Optional.of(dossier))
                .map(dossier -> CaseView.of(installation, page, dossier, PageForm.NONE, false));
    }

    private ResponseEntity<String> unknown(Page page, String number) {
        return pages.say(HttpStatus.NOT_FOUND, page, "No such case file",
                counter.missing(page.viewer(), number).inWords());
    }
}
