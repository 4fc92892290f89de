package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import nullaosta.decision.Consultation;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.OfficeLink;
import nullaosta.store.Installation;
import nullaosta.web.form.OfficeAnswer;
import nullaosta.web.form.PageForm;
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

/** Where an office without an account reads what it is asked and answers, by the link that the desk passed on. */
@Controller
public final class AnswerPages {

    private static final String PLACE = "/answer/{number}/{consultation}/{key}";

    private final Pages pages;
    private final Installation installation;

    public AnswerPages(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    /** Behind a link that is one: the case and what the office is asked about it. */
    private record Opened(OfficeLink link, Dossier dossier, Consultation asked) {}

    @GetMapping(PLACE)
    ResponseEntity<String> read(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @PathVariable("consultation") String consultation, @PathVariable("key") String key) {
        Page page = pages.page(request, viewer);
        return opened(number, consultation, key)
                .map(opened -> show(HttpStatus.OK, page, opened, OfficeAnswer.form()))
                .orElseGet(() -> unknown(page));
    }

    @PostMapping(PLACE)
    ResponseEntity<String> answer(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @PathVariable("consultation") String consultation, @PathVariable("key") String key,
            @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        Optional<Opened> found = opened(number, consultation, key);
        if (found.isEmpty()) {
            return unknown(page);
        }
        Opened opened = found.get();
        return switch (OfficeAnswer.of(opened.link(), form)) {
            case OfficeAnswer.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, opened,
                    OfficeAnswer.form().unread(form, faults));
            case OfficeAnswer.Read(var command) -> switch (installation.dossiers().perform(
                    OfficeLink.officer(opened.asked(), installation.host().state()), page.now(),
                    opened.link().dossier(), command)) {
                case Answer.Done done -> StartPage.Redirect.to(request.getRequestURI());
                case Answer.Refused(var refusal) -> show(Unmet.status(refusal), page, opened,
                        OfficeAnswer.form().refused(form, refusal.inWords(), refusal.where()));
            };
        };
    }

    /** Whatever is wrong with a link, it opens nothing, and does not say which part of it was right. */
    private Optional<Opened> opened(String number, String consultation, String key) {
        if (!consultation.matches("[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        return installation.dossiers().find(number).flatMap(dossier -> installation.officeLinks()
                .open(dossier.id(), Integer.parseInt(consultation), key)
                .flatMap(link -> link.consultation(dossier).map(asked -> new Opened(link, dossier, asked))));
    }

    private ResponseEntity<String> unknown(Page page) {
        return pages.say(HttpStatus.NOT_FOUND, page, "No such link",
                "This link opens nothing. Copy it whole from the desk's letter, or ask the desk for it again.");
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, Opened opened, PageForm form) {
        Consultation asked = opened.asked();
        boolean over = asked.overdue(page.now().atZone(page.host().zone()).toLocalDate());
        return pages.show(status, "answer", page, Map.of("number", opened.dossier().number(), "asked", asked, "waits",
                asked.open() && opened.dossier().phase().open() && !over, "lines",
                MissionInWords.of(opened.dossier().mission(), page.words(), false), "form", form));
    }
}
