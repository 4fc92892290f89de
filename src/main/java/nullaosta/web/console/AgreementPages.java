package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.negotiation.Competence;
import nullaosta.negotiation.Negotiation;
import nullaosta.oversight.Drift;
import nullaosta.oversight.Kept;
import nullaosta.party.Person;
import nullaosta.proof.Comparisons;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Moved;
import nullaosta.web.form.PageForm;
import nullaosta.web.form.Table;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was agreed, clause by clause. */
@Controller
public final class AgreementPages {

    private final Pages pages;
    private final Installation installation;
    private final Table table;
    private final Comparisons comparisons;
    private final Kept<Drift> drifts = new Kept<>(drift -> drift.cases() > Kept.FEW_CASES);

    public AgreementPages(Pages pages, Installation installation, Table table, Comparisons comparisons) {
        this.pages = pages;
        this.installation = installation;
        this.table = table;
        this.comparisons = comparisons;
    }

    @GetMapping("/agreements")
    ResponseEntity<String> all(HttpServletRequest request, Viewer viewer) {
        Agreements agreements = installation.agreements();
        List<String> talks = installation.negotiations().all().stream()
                .filter(id -> agreements.agreement(id).isEmpty())
                .filter(id -> !seen(viewer.person(), id).proposals().isEmpty()).toList();
        return pages.show("agreements", pages.page(request, viewer),
                Map.of("agreements", agreements.all(), "talks", talks));
    }

    /** What each version widened, by proof and by past cases; which cases is told to those who may know of them. */
    @GetMapping("/drift/{id}")
    ResponseEntity<String> drift(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id) {
        Page page = pages.page(request, viewer);
        return installation.agreements().agreement(id)
                .map(agreement -> pages.show("drift", page,
                        Map.of("drift", drifts.of(hashes(agreement), page.now(), () -> Drift.of(agreement,
                                installation.past(), installation.mode(), comparisons::of)))))
                .orElseGet(() -> noSuch(page, id));
    }

    private static String hashes(Agreement agreement) {
        return agreement.id() + agreement.versions().stream().map(Terms::hash).toList();
    }

    @GetMapping("/agreements/{id}")
    ResponseEntity<String> one(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id) {
        return show(HttpStatus.OK, pages.page(request, viewer), id, PageForm.NONE);
    }

    @PostMapping("/agreements/{id}/{motion}")
    ResponseEntity<String> move(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id,
            @PathVariable("motion") String path, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        Optional<Moved> moved = Moved.find(path);
        if (moved.isEmpty()) {
            return noSuch(page, id + "/" + path);
        }
        return switch (table.move(viewer.person(), id, moved.get(), moved.get().json(form))) {
            case Table.Reply.Done done -> Redirect.to("/agreements/" + id);
            case Table.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, id,
                    moved.get().form().unread(form, faults));
            case Table.Reply.Refused(var refusal) -> show(Unmet.status(refusal), page, id,
                    moved.get().form().refused(form, refusal.inWords(), ""));
        };
    }

    /** An agreement that is only talked about is shown to those who talk. */
    private ResponseEntity<String> show(HttpStatus status, Page page, String id, PageForm came) {
        Negotiation negotiation = seen(page.viewer(), id);
        Agreement agreement = installation.agreements().agreement(id)
                .orElseGet(() -> new Agreement(id, List.of(), List.of()));
        NegotiationView view = new NegotiationView(page, installation.people(), negotiation,
                table.offered(page.viewer(), negotiation), table.unsignable(page.viewer(), negotiation), came);
        return agreement.versions().isEmpty() && agreement.broken().isEmpty() && !view.readable()
                ? noSuch(page, id)
                : pages.show(status, "agreement", page, Map.of("agreement", agreement, "view", view));
    }

    private Negotiation seen(Person viewer, String id) {
        return Competence.seen(viewer, installation.negotiations().negotiation(id));
    }

    private ResponseEntity<String> noSuch(Page page, String id) {
        return pages.say(HttpStatus.NOT_FOUND, page, "No such agreement",
                "There is no agreement `" + id + "`; the list has all there are.");
    }
}
