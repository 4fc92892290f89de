package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.flight.OtherStates;
import nullaosta.mission.Aircraft;
import nullaosta.party.Base;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Counter;
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

/** The base: its movements, and for each the question whether it may go. */
@Controller
public final class BasePages {

    private static final Duration BEFORE = Duration.ofHours(12);
    private static final Duration AFTER = Duration.ofHours(24);
    private static final Duration LOOKED_BACK = Duration.ofDays(2);
    private static final Duration LOOKED_AHEAD = Duration.ofDays(7);

    /** A case that is open again has one that is suspended, and the base must see that. */
    private static final Set<Phase> WITH_CLEARANCE = Set.of(Phase.CLEARED, Phase.WITH_THE_DESK, Phase.FOR_DECISION);

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public BasePages(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/base")
    ResponseEntity<String> board(HttpServletRequest request, Viewer viewer) {
        return board(HttpStatus.OK, pages.page(request, viewer), viewer, "", "");
    }

    /** By clearance number, tail or call sign; a token, typed by nobody but scanned, is read and checked first. */
    @GetMapping("/base/find")
    ResponseEntity<String> find(HttpServletRequest request, Viewer viewer, @RequestParam("text") String asked) {
        Page page = pages.page(request, viewer);
        String text = asked.strip();
        if (text.startsWith(ClearanceToken.PREFIX)) {
            return scanned(page, viewer, text);
        }
        List<Row> near = installation.lists().rows(CaseLists.Filter.ALL.atBase(base(viewer)).in(Set.of(Phase.CLEARED))
                .departing(page.now().minus(LOOKED_BACK), page.now().plus(LOOKED_AHEAD)));
        List<Row> exact = near.stream().filter(row -> names(row, text)).toList();
        if (exact.size() == 1) {
            return Redirect.to("/base/" + exact.getFirst().number());
        }
        return board(HttpStatus.NOT_FOUND, page, viewer, text,
                exact.isEmpty()
                        ? "No cleared flight from " + name(viewer) + " is `" + text
                                + "`: nothing permits it to take off. Try its clearance number, tail or call sign."
                        : exact.size() + " cleared flights are `" + text + "`; use the clearance number.");
    }

    private static boolean names(Row row, String text) {
        return Aircraft.same(row.number(), text) || Aircraft.same(row.tail(), text)
                || Aircraft.same(row.callSign(), text)
                || row.marks().stream().anyMatch(mark -> Aircraft.same(mark, text))
                || row.clearance().map(number -> Aircraft.same(number, text)).orElse(false);
    }

    private ResponseEntity<String> scanned(Page page, Viewer viewer, String text) {
        TokenCheck check = installation.published().check(text, page.now());
        String words = "The paper: " + check.light().name().toLowerCase(Locale.ROOT)
                + (check.remarks().isEmpty() ? "" : ". " + check.remarks().getFirst().inWords());
        Optional<Dossier> dossier = check.clearance().map(token -> token.claims().number())
                .map(number -> number.contains("/") ? number.substring(0, number.indexOf('/')) : number)
                .flatMap(number -> counter.find(viewer.person(), number));
        return dossier.filter(found -> found.clearance().isPresent())
                .map(found -> show(HttpStatus.OK, page, found, PageForm.NONE, words))
                .orElseGet(() -> board(HttpStatus.NOT_FOUND, page, viewer, "", words));
    }

    @GetMapping("/base/{number}")
    ResponseEntity<String> one(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number) {
        Page page = pages.page(request, viewer);
        return counter.find(viewer.person(), number).filter(dossier -> dossier.clearance().isPresent())
                .map(dossier -> show(HttpStatus.OK, page, dossier, PageForm.NONE, ""))
                .orElseGet(() -> pages.unknownCase(page, number));
    }

    @PostMapping("/base/{number}/{asked}")
    ResponseEntity<String> command(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @PathVariable("asked") String path, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        Optional<Dossier> dossier = counter.find(viewer.person(), number).filter(d -> d.clearance().isPresent());
        Optional<Asked> asked = Asked.find(path);
        if (dossier.isEmpty() || asked.isEmpty()) {
            return pages.unknownCase(page, number);
        }
        return switch (counter.carryOut(viewer.person(), number, asked.get(), Counter.json(asked.get(), form))) {
            case Counter.Reply.Done done -> Redirect.to("/base/" + number);
            case Counter.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, dossier.get(),
                    asked.get().form().unread(form, faults), "");
            case Counter.Reply.Refused(var refusal) -> show(Unmet.status(refusal), page, dossier.get(),
                    asked.get().form().refused(form, refusal.inWords(), refusal.where()), "");
        };
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, Dossier dossier, PageForm came,
            String tokenWords) {
        boolean fresh = dossier.movement().lastCheck()
                .map(check -> !check.at().plus(installation.host().checkLife()).isBefore(page.now())).orElse(false);
        OtherStates states = installation.dossiers().otherStates(dossier, page.now());
        return pages.show(status, "check", page,
                Map.of("dossier", dossier, "sign", ApronSign.of(dossier, fresh, states), "route",
                        RouteView.of(states, dossier), "came", came, "tokenWords", tokenWords));
    }

    private ResponseEntity<String> board(HttpStatus status, Page page, Viewer viewer, String asked, String said) {
        List<Row> rows = installation.lists().rows(CaseLists.Filter.ALL.atBase(base(viewer))
                .in(WITH_CLEARANCE)
                .departing(page.now().minus(BEFORE), page.now().plus(AFTER))).stream()
                .filter(row -> row.clearance().isPresent()).toList();
        return pages.show(status, "base", page,
                Map.of("base", name(viewer), "asked", asked, "said", said, "rows", rows, "usedTwice",
                        PapersTwice.atBase(installation, base(viewer), page.now().minus(LOOKED_BACK))));
    }

    private String name(Viewer viewer) {
        Base base = installation.host().bases().get(base(viewer));
        return base == null ? base(viewer) : base.name();
    }

    private static String base(Viewer viewer) {
        return viewer.person().base().orElse("");
    }
}
