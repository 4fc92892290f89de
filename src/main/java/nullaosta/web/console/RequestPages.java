package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.PackageCheck;
import nullaosta.oversight.request.DisclosureRequest;
import nullaosta.party.Role;
import nullaosta.seal.SealFault;
import nullaosta.store.Installation;
import nullaosta.web.form.PageForm;
import nullaosta.web.form.Petition;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Words;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register's entries, one by one, and requests of the public to see what they say. */
@Controller
public final class RequestPages {

    private static final int A_PAGE = 50;

    private final Pages pages;
    private final Installation installation;

    public RequestPages(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    /**
     * An entry as anybody sees it.
     *
     * @param what in words
     * @param minute of a case's entry
     * @param pseudonym of its case, the same for all entries of one; empty for what is of none
     */
    public record Shown(long index, String what, String minute, String pseudonym) {}

    @GetMapping("/register/entries")
    ResponseEntity<String> entries(HttpServletRequest request, Viewer viewer,
            @RequestParam(name = "before", defaultValue = "") String before) {
        Page page = pages.page(request, viewer);
        long size = size(page, viewer);
        long until = before.matches("[0-9]{1,18}") ? Math.min(size, Long.parseLong(before)) : size;
        long from = Math.max(0, until - A_PAGE);
        return pages.show("entries", page, Map.of("size", size, "from", from, "entries",
                LongStream.range(from, until).boxed().toList().reversed().stream().map(this::shown).toList()));
    }

    private long size(Page page, Viewer viewer) {
        return installation.face().live(viewer.person())
                ? installation.log().publishedSize().orElse(0L)
                : installation.face().size(page.now());
    }

    private Shown shown(long index) {
        try {
            Envelope envelope = Envelope.parse(installation.log().entry(index).orElseThrow());
            return new Shown(index, envelope.kind().equals(PackageCheck.STEP)
                    ? "a step of the host's deliberation"
                    : Words.kind(envelope.kind()), envelope.at().toString(), envelope.pseudonym());
        } catch (SealFault e) {
            return new Shown(index, "an entry of no case", "", "");
        }
    }

    @GetMapping("/register/request/{index}")
    ResponseEntity<String> form(HttpServletRequest request, Viewer viewer, @PathVariable("index") String index) {
        Page page = pages.page(request, viewer);
        return known(page, viewer, index).map(entry -> show(HttpStatus.OK, page, entry, Petition.asking()))
                .orElseGet(() -> unknown(page, index));
    }

    @PostMapping("/register/request/{index}")
    ResponseEntity<String> ask(HttpServletRequest request, Viewer viewer, @PathVariable("index") String index,
            @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        Optional<Shown> entry = known(page, viewer, index);
        if (entry.isEmpty()) {
            return unknown(page, index);
        }
        return switch (Petition.asked(form)) {
            case Petition.Typed.Unreadable<DisclosureRequest.Asker>(var faults) -> show(
                    HttpStatus.UNPROCESSABLE_CONTENT, page, entry.get(), Petition.asking().unread(form, faults));
            case Petition.Typed.Read<DisclosureRequest.Asker>(var asker) -> asked(page, entry.get(), asker, form);
        };
    }

    private ResponseEntity<String> asked(Page page, Shown entry, DisclosureRequest.Asker asker,
            Map<String, String> form) {
        LocalDate due = today(page).plusDays(page.host().disclosureDays());
        OptionalInt number = installation.requests().ask(entry.index(), asker, page.now(), due);
        return number.isPresent()
                ? pages.say(HttpStatus.CREATED, page, "You have asked", "Your request has the number "
                        + number.getAsInt() + ". " + page.host().name() + " answers by " + page.words().day(due)
                        + ", to " + asker.address() + ". That somebody asked for entry " + entry.index()
                        + ", and how it was answered, stands in the register; who asked does not.")
                : show(HttpStatus.TOO_MANY_REQUESTS, page, entry, Petition.asking().refused(form,
                        "Too many requests came within the hour. Nothing was lost of yours: send it again later.",
                        ""));
    }

    @GetMapping("/requests")
    ResponseEntity<String> all(HttpServletRequest request, Viewer viewer) {
        return list(HttpStatus.OK, pages.page(request, viewer), PageForm.NONE);
    }

    @PostMapping("/requests/{number}")
    ResponseEntity<String> answer(HttpServletRequest request, Viewer viewer, @PathVariable("number") int number,
            @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        if (viewer.person().role() != Role.DESK) {
            return pages.say(HttpStatus.FORBIDDEN, page, "Not done", "The clearance desk answers; you came as "
                    + viewer.person().role().title() + ".");
        }
        return switch (Petition.answered(form)) {
            case Petition.Typed.Unreadable<Petition.Reply>(var faults) -> list(HttpStatus.UNPROCESSABLE_CONTENT, page,
                    Petition.answering(number).unread(form, faults));
            case Petition.Typed.Read<Petition.Reply>(var reply) -> installation.requests().answer(number,
                    new DisclosureRequest.Answer(reply.outcome(), reply.ground(), reply.words(), viewer.person().id(),
                            page.now()))
                                    ? StartPage.Redirect.to("/requests")
                                    : list(HttpStatus.CONFLICT, page, Petition.answering(number).refused(form,
                                            "Request " + number + " is answered already, or was never made.", ""));
        };
    }

    private ResponseEntity<String> list(HttpStatus status, Page page, PageForm came) {
        List<DisclosureRequest> all = installation.requests().all();
        return pages.show(status, "requests", page, Map.of("requests", all, "came", came, "today", today(page),
                "cases", all.stream().map(DisclosureRequest::entry).distinct()
                        .flatMap(entry -> installation.requests().caseOf(entry).map(number -> Map.entry(entry, number))
                                .stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                "people", installation.people()));
    }

    private static LocalDate today(Page page) {
        return page.now().atZone(page.host().zone()).toLocalDate();
    }

    /** An entry that its reader sees in the register. */
    private Optional<Shown> known(Page page, Viewer viewer, String index) {
        return index.matches("0|[1-9][0-9]{0,17}") && Long.parseLong(index) < size(page, viewer)
                ? Optional.of(shown(Long.parseLong(index)))
                : Optional.empty();
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, Shown entry, PageForm form) {
        return pages.show(status, "request", page, Map.of("entry", entry, "form", form));
    }

    private ResponseEntity<String> unknown(Page page, String index) {
        return pages.say(HttpStatus.NOT_FOUND, page, "No such entry",
                "The register that you see has no entry `" + index + "`; look for it among its entries.");
    }
}
