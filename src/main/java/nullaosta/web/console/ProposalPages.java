package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.negotiation.Competence;
import nullaosta.negotiation.Negotiation;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.Proposal;
import nullaosta.proof.Comparisons;
import nullaosta.proof.VersionComparison;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Table;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting a text on the table, and reading one that lies there beside the version in force. */
@Controller
public final class ProposalPages {

    private final Pages pages;
    private final Installation installation;
    private final Table table;
    private final Comparisons comparisons = new Comparisons();

    public ProposalPages(Pages pages, Installation installation, Table table) {
        this.pages = pages;
        this.installation = installation;
        this.table = table;
    }

    private VersionTexts texts(Viewer viewer, String id) {
        return new VersionTexts(installation, seen(viewer, id), id);
    }

    /** A version's whole text, as it was signed or as the folder has it, to be worked on. */
    @GetMapping("/agreements/{id}/{version}/text.yaml")
    ResponseEntity<String> text(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id,
            @PathVariable("version") String version) {
        return texts(viewer, id).of(version)
                .map(text -> ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                        .header("Content-Disposition", "attachment; filename=\"" + version + ".yaml\"").body(text))
                .orElseGet(() -> pages.say(HttpStatus.NOT_FOUND, pages.page(request, viewer), "No such version",
                        "There is no version `" + version + "` of `" + id + "`; look at the agreement's page."));
    }

    /** A form with the text on the table in it, else with the file asked for, else with the latest text there is. */
    @GetMapping("/proposals/new")
    ResponseEntity<String> blank(HttpServletRequest request, Viewer viewer,
            @RequestParam(name = "agreement", defaultValue = "") String id,
            @RequestParam(name = "version", defaultValue = "") String version) throws IOException {
        Optional<Proposal> answered = seen(viewer, id).table();
        String text = answered.map(it -> it.version().text())
                .or(() -> file(id, version)).or(() -> version.isEmpty() ? texts(viewer, id).latest() : Optional.empty())
                .orElse("");
        return show(HttpStatus.OK, pages.page(request, viewer), text, answered.map(Proposal::hash).orElse(""), "", "",
                List.of());
    }

    private Negotiation seen(Viewer viewer, String id) {
        return Competence.seen(viewer.person(), installation.negotiations().negotiation(id));
    }

    private Optional<String> file(String id, String version) {
        try {
            return installation.fileText(id, version);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/proposals")
    ResponseEntity<String> propose(HttpServletRequest request, Viewer viewer, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        Map<String, Object> json = new LinkedHashMap<>();
        for (String field : List.of("text", "answers", "note")) {
            String value = form.getOrDefault(field, "").replace("\r\n", "\n");
            if (!value.isBlank()) {
                json.put(field, value);
            }
        }
        String text = form.getOrDefault("text", "").replace("\r\n", "\n");
        String answers = form.getOrDefault("answers", "");
        String note = form.getOrDefault("note", "");
        return switch (table.propose(viewer.person(), json)) {
            case Table.Reply.Done(Negotiation negotiation) -> Redirect.to("/agreements/" + negotiation.agreement());
            case Table.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, text, answers, note,
                    Unmet.inWords(faults), List.of());
            case Table.Reply.Refused(var refusal) -> show(Unmet.status(refusal), page, text, answers, note,
                    refusal.inWords(), refusal.problems());
        };
    }

    @GetMapping("/proposals/{id}/{hash}")
    ResponseEntity<String> one(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id,
            @PathVariable("hash") String hash) {
        Page page = pages.page(request, viewer);
        Negotiation negotiation = seen(viewer, id);
        return negotiation.proposal(hash).map(it -> show(page, negotiation, it))
                .orElseGet(() -> pages.say(HttpStatus.NOT_FOUND, page,
                        "No such proposal",
                        "There is no proposal `" + hash + "` of `" + id
                                + "` that concerns you; look at the agreement's page."));
    }

    private ResponseEntity<String> show(Page page, Negotiation negotiation, Proposal proposal) {
        Optional<Terms> before = installation.agreements().agreement(negotiation.agreement())
                .flatMap(Agreement::latest).filter(terms -> !terms.hash().equals(proposal.hash()));
        Optional<VersionComparison> comparison = before.flatMap(
                older -> Negotiations.read(proposal.version().text()) instanceof Reading.Sound<Terms>(Terms newer)
                        ? Optional.of(comparisons.of(older, newer))
                        : Optional.empty());
        return pages.show("proposal", page, Map.of("negotiation", negotiation, "proposal", proposal, "before", before,
                "comparison", comparison));
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, String text, String answers, String note,
            String said, List<Problem> problems) {
        return pages.show(status, "propose", page,
                Map.of("text", text, "answers", answers, "note", note, "said", said, "problems", problems));
    }
}
