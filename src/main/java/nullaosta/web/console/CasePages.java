package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Refusal;
import nullaosta.dossier.Row;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Statement;
import nullaosta.party.Absence;
import nullaosta.party.Deputies;
import nullaosta.party.Person;
import nullaosta.party.Role;
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
import org.springframework.web.bind.annotation.ResponseBody;

/** The queue, and one case with everything that can be done in it. */
@Controller
public final class CasePages {

    /** So many of those that nobody has to do with any more. */
    private static final int A_PAGE = 50;

    private static final Duration TWICE_SHOWN = Duration.ofDays(7);
    private static final String TO_CONFIRM = "Given orally in your name: confirm or deny";
    private static final String OVERSIGHT_ASKS = "Oversight asks";

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public CasePages(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/cases")
    ResponseEntity<String> cases(HttpServletRequest request, Viewer viewer,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "after", defaultValue = "") String after) {
        Page page = pages.page(request, viewer);
        CaseLists.Filter all = text.isBlank() ? CaseLists.Filter.ALL : CaseLists.Filter.ALL.saying(text.strip());
        boolean requester = viewer.person().role() == Role.REQUESTER;
        CaseLists.Filter theirs = requester ? all.ofState(viewer.person().state().code()) : all;
        List<Row> past = installation.lists().past(theirs, A_PAGE,
                Optional.of(after).filter(number -> !number.isBlank()));
        List<Row> rows = new ArrayList<>(after.isBlank() ? installation.lists().live(theirs) : List.of());
        rows.addAll(past.reversed());
        return pages.show("cases", page,
                Map.of("deputies", deputies(page), "title", requester ? "My missions" : "Cases", "groups",
                        groups(rows, page, viewer.person()), "text", text, "after", after, "older",
                        past.size() < A_PAGE ? "" : past.getLast().number(), "usedTwice",
                        requester ? List.of() : PapersTwice.anywhere(installation, page.now().minus(TWICE_SHOWN))));
    }

    /** In whose place the reader decides now, and who decides in theirs. */
    private List<String> deputies(Page page) {
        List<String> said = new ArrayList<>();
        for (Absence absence : installation.dossiers().chancery().deputies().absences()) {
            String until = " until " + page.words().time(absence.window().until());
            if (absence.holds(page.now()) && absence.deputy().equals(page.viewer().id())) {
                said.add("You decide in the place of " + name(absence.officer()) + until
                        + ": what waits for them is in your list.");
            } else if (absence.holds(page.now()) && absence.officer().equals(page.viewer().id())) {
                said.add("You are entered as away" + until + ": " + name(absence.deputy()) + " decides in your place.");
            }
        }
        return said;
    }

    private String name(String id) {
        return installation.people().find(id).map(Person::name).orElse(id);
    }

    /** What waits for the reader first, by when the host's office must have it decided. */
    private Map<String, List<Queue.Line>> groups(List<Row> rows, Page page, Person person) {
        Deputies deputies = installation.dossiers().chancery().deputies();
        Queue queue = new Queue(page, row -> switch (person.role()) {
            case DESK -> row.phase() == Phase.WITH_THE_DESK;
            case AUTHORITY -> row.phase() == Phase.FOR_DECISION && signs(row, page, deputies);
            default -> true;
        });
        Map<String, List<Queue.Line>> groups = new LinkedHashMap<>();
        List<Queue.Line> toConfirm = queue.lines(rows, row -> confirms(row, person));
        List<Queue.Line> asked = queue.lines(rows, row -> person.role() == Role.DESK && row.openQuestions() > 0);
        if (!asked.isEmpty()) {
            groups.put(OVERSIGHT_ASKS, asked);
        }
        if (!toConfirm.isEmpty()) {
            groups.put(TO_CONFIRM, toConfirm);
        }
        groups.putAll(queue.groups(rows));
        return groups;
    }

    /** What a duty officer entered in the reader's name, whatever its phase. */
    private boolean confirms(Row row, Person person) {
        return row.oralUntil().isPresent() && person.role() == Role.AUTHORITY && installation.dossiers().read(row.id())
                .filter(dossier -> dossier.orals().stream()
                        .anyMatch(held -> held.open() && held.signature().officer().equals(person.id())))
                .isPresent();
    }

    /** An officer's list has what the officer could sign; the rest waits for others. */
    private boolean signs(Row row, Page page, Deputies deputies) {
        return installation.dossiers().read(row.id()).flatMap(dossier -> dossier.bench(page.host(), deputies))
                .map(bench -> bench.barTo(page.viewer(), page.now()).isEmpty()).orElse(false);
    }

    @GetMapping("/cases/{number}")
    ResponseEntity<String> one(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number) {
        return counter.find(viewer.person(), number).map(
                dossier -> show(HttpStatus.OK, pages.page(request, viewer), dossier, PageForm.NONE, false))
                .orElseGet(() -> missing(pages.page(request, viewer), number));
    }

    private ResponseEntity<String> missing(Page page, String number) {
        Refusal why = counter.missing(page.viewer(), number);
        return why.code() == Refusal.Code.ERASED
                ? pages.say(Unmet.status(why), page, "Erased", why.inWords())
                : pages.unknownCase(page, number);
    }

    /** The answer to a command, loaded again: the case, without what a look showed. */
    @GetMapping("/cases/{number}/{asked}")
    ResponseEntity<String> again(@PathVariable("number") String number, @PathVariable("asked") String path) {
        return Redirect.to("/cases/" + number);
    }

    @PostMapping("/cases/{number}/{asked}")
    ResponseEntity<String> command(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @PathVariable("asked") String path, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        Optional<Dossier> dossier = counter.find(viewer.person(), number);
        Optional<Asked> asked = Asked.find(path);
        if (dossier.isEmpty() || asked.isEmpty()) {
            return pages.unknownCase(page, number + (asked.isEmpty() ? "/" + path : ""));
        }
        return switch (counter.carryOut(viewer.person(), number, asked.get(),
                Counter.json(asked.get(), withFact(asked.get(), form, dossier.get())))) {
            case Counter.Reply.Done(var after, var entries) -> looked(entries)
                    ? show(HttpStatus.OK, page, after, PageForm.NONE, true)
                    : Redirect.to("/cases/" + number);
            case Counter.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, dossier.get(),
                    asked.get().form().unread(form, faults), false);
            case Counter.Reply.Refused(var refusal) -> show(Unmet.status(refusal), page, dossier.get(),
                    asked.get().form().refused(form, refusal.inWords(), refusal.where()), false);
        };
    }

    /** Words as people write them; a statement is named by its number alone, and its fact is known from the file. */
    private static Map<String, String> withFact(Asked asked, Map<String, String> form, Dossier dossier) {
        if (asked == Asked.STATEMENT) {
            Map<String, String> all = new LinkedHashMap<>(form);
            all.computeIfPresent("value", (field, value) -> plain(value));
            return all;
        }
        if (asked != Asked.RULING) {
            return form;
        }
        Map<String, String> all = new LinkedHashMap<>(form);
        dossier.file().statements().stream()
                .filter(statement -> String.valueOf(statement.number()).equals(form.get("statement")))
                .map(Statement::fact).findFirst().ifPresent(fact -> all.put("fact", fact));
        return all;
    }

    /** People write yes and no where terms have true and false. */
    private static String plain(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> "true";
            case "no", "false" -> "false";
            default -> value;
        };
    }

    @GetMapping("/cases/{number}/map")
    @ResponseBody
    Map<String, Object> map(Viewer viewer, @PathVariable("number") String number) {
        return counter.find(viewer.person(), number)
                .map(dossier -> MapLayers.of(installation.host(), dossier))
                .orElseGet(() -> MapLayers.none(installation.host()));
    }

    /** Only the answer to a look shows what was looked at: each time that it is shown stands in the case. */
    private static boolean looked(List<Written> entries) {
        return entries.stream().anyMatch(written -> written.entry() instanceof Entry.ProtectedPartiesSeen);
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, Dossier dossier, PageForm came,
            boolean looked) {
        return pages.show(status, "case", page,
                Map.of("view", CaseView.of(installation, page, dossier, came, looked)));
    }
}
