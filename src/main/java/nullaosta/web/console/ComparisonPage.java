package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import nullaosta.store.Installation;
import nullaosta.web.form.Counter;
import nullaosta.web.form.PageForm;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two cases that the reader may see, side by side. */
@Controller
public final class ComparisonPage {

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public ComparisonPage(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/comparison")
    ResponseEntity<String> compare(HttpServletRequest request, Viewer viewer,
            @RequestParam(name = "one", defaultValue = "") String one,
            @RequestParam(name = "other", defaultValue = "") String other) {
        Page page = pages.page(request, viewer);
        Optional<CaseView> first = view(page, one.strip());
        Optional<CaseView> second = view(page, other.strip());
        if (first.isEmpty() || second.isEmpty()) {
            return pages.unknownCase(page, first.isEmpty() ? one.strip() : other.strip());
        }
        return pages.show("beside", page, Map.of("view", new ComparisonView(page, first.get(), second.get())));
    }

    private Optional<CaseView> view(Page page, String number) {
        return counter.find(page.viewer(), number)
                .map(dossier -> CaseView.of(installation, page, dossier, PageForm.NONE, false));
    }
}
