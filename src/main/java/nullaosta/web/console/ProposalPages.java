package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.agreement.VersionChange;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.negotiation.Competence;
import nullaosta.negotiation.Negotiation;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.Proposal;
import nullaosta.oversight.Kept;
import nullaosta.oversight.Replay;
import nullaosta.oversight.ReplayReport;
import nullaosta.proof.Comparisons;
import nullaosta.proof.VersionComparison;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Table;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Admission;
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
    private final Comparisons comparisons;
    private final Kept<ReplayReport> replays = new Kept<>(report -> report.cases() > Kept.FEW_CASES);

    public ProposalPages(Pages pages, Installation installation, Table table, Comparisons comparisons) {
        this.pages = pages;
        this.installation = installation;
        this.table = table;
        this.comparisons = comparisons;
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
        return show(HttpStatus.OK, pages.page(request, viewer), text, id, answered, "", "", List.of());
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
        String opened = form.getOrDefault("agreement", "");
        String id = opened.isEmpty() && Negotiations.read(text) instanceof Reading.Sound<Terms>(Terms terms)
                ? terms.agreement()
                : opened;
        Negotiation negotiation = seen(viewer, id);
        Optional<Proposal> answered = negotiation.proposal(form.getOrDefault("answers", ""));
        String note = form.getOrDefault("note", "");
        return switch (table.propose(viewer.person(), json)) {
            case Table.Reply.Done(Negotiation done) -> Redirect.to("/agreements/" + done.agreement());
            case Table.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, text, id, answered,
                    note, Unmet.inWords(faults).replaceFirst("^/t", "T").replace("/note", "Note"), List.of());
            case Table.Reply.Refused(var refusal) when movedOn(negotiation, answered) ->
                show(Unmet.status(refusal), page,
                        text, id, negotiation.table(), note, refusal.inWords() + (negotiation.table().isPresent()
                                ? " The text on the table is another one by now; sent again, yours answers that one."
                                : " Nothing is on the table any more; sent again, yours is a proposal of its own."),
                        refusal.problems());
            case Table.Reply.Refused(var refusal) -> show(Unmet.status(refusal), page, text, id, answered, note,
                    refusal.inWords(), refusal.problems());
        };
    }

    /** Whether something else is on the table than when the form was opened; nothing typed is to be lost for it. */
    private static boolean movedOn(Negotiation negotiation, Optional<Proposal> answered) {
        return !answered.map(Proposal::hash).equals(negotiation.table().map(Proposal::hash));
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
        Optional<Terms> newer = Negotiations
                .read(proposal.version().text()) instanceof Reading.Sound<Terms>(Terms terms)
                        ? Optional.of(terms)
                        : Optional.empty();
        Optional<VersionComparison> comparison = before
                .flatMap(older -> newer.map(terms -> comparisons.of(older, terms)));
        List<VersionChange> changes = before.flatMap(older -> newer.map(terms -> VersionChange.between(older, terms)))
                .orElse(List.of());
        Optional<Kept.Answer<ReplayReport>> replay = Admission.at("/drift/" + negotiation.agreement())
                .contains(page.viewer().role())
                        ? newer.map(terms -> replays.of(terms.hash(), page.now(), () -> replayed(terms)))
                        : Optional.empty();
        return pages.show("proposal", page, Map.of("negotiation", negotiation, "proposal", proposal, "before", before,
                "comparison", comparison, "changes", changes, "replay", replay));
    }

    /** What the text would have made of every past case; told to those who may see how the terms drifted. */
    private ReplayReport replayed(Terms terms) {
        Replay replay = new Replay(terms, installation.agreements()::terms);
        installation.past().each(terms.agreement(), installation.mode(), Optional.empty(), replay, replay::setApart);
        return replay.report();
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, String text, String agreement,
            Optional<Proposal> answered, String note, String said, List<Problem> problems) {
        return pages.show(status, "propose", page, Map.of("text", text, "agreement", agreement, "answered", answered,
                "note", note, "said", said, "problems", problems));
    }
}
