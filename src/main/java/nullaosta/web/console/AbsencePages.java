package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nullaosta.dossier.Absences;
import nullaosta.mission.form.Question.Choice;
import nullaosta.party.Absence;
import nullaosta.party.Deputyship;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Leave;
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

/** Which officers are away, and who decides meanwhile. */
@Controller
public final class AbsencePages {

    private final Pages pages;
    private final People people;
    private final Leave leave;

    public AbsencePages(Pages pages, Installation installation, Leave leave) {
        this.pages = pages;
        this.people = installation.people();
        this.leave = leave;
    }

    /** One absence in a list, with names. */
    public record Line(Absence absence, String officer, String deputy, String enteredBy, boolean mayEnd) {}

    @GetMapping("/absences")
    ResponseEntity<String> all(HttpServletRequest request, Viewer viewer) {
        return show(HttpStatus.OK, pages.page(request, viewer), Leave.form());
    }

    @PostMapping("/absences")
    ResponseEntity<String> enter(HttpServletRequest request, Viewer viewer, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        return switch (leave.enter(viewer.person(), Leave.json(form))) {
            case Leave.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page,
                    Leave.form().unread(form, faults));
            case Leave.Reply.Answered(Absences.Kept.Refused(var refusal)) -> show(Unmet.status(refusal), page,
                    Leave.form().refused(form, refusal.inWords(), refusal.where()));
            case Leave.Reply.Answered(Absences.Kept.Done done) -> Redirect.to("/absences");
        };
    }

    @PostMapping("/absences/{number}/end")
    ResponseEntity<String> end(HttpServletRequest request, Viewer viewer, @PathVariable("number") int number) {
        return switch (leave.end(viewer.person(), number)) {
            case Absences.Kept.Done done -> Redirect.to("/absences");
            case Absences.Kept.Refused(var refusal) -> pages.say(Unmet.status(refusal), pages.page(request, viewer),
                    "Not done", refusal.inWords());
        };
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, PageForm form) {
        List<Line> lines = leave.all().reversed().stream().map(it -> new Line(it, name(it.officer()),
                name(it.deputy()), name(it.enteredBy()), it.stands(page.now()) && mayEnter(page, it.officer())))
                .toList();
        return pages.show(status, "absences", page, Map.of("standing",
                lines.stream().filter(it -> it.absence().stands(page.now())).toList(), "over",
                lines.stream().filter(it -> !it.absence().stands(page.now())).toList(), "form", form, "officers",
                officers(page), "deputies", deputies(page)));
    }

    private static boolean mayEnter(Page page, String officer) {
        return page.viewer().role() == Role.DESK || page.viewer().id().equals(officer);
    }

    /** Those who have a deputy, as far as the reader may enter them. */
    private List<Choice> officers(Page page) {
        return named(page).map(it -> it.officer()).distinct().map(this::choice).toList();
    }

    private List<Choice> deputies(Page page) {
        return people.all().stream().filter(person -> person.deputyships().stream()
                .anyMatch(it -> mayEnter(page, it.officer()) && page.now().isBefore(it.window().until())))
                .map(person -> new Choice(person.id(), person.name() + ", " + person.post() + ", for "
                        + String.join(", ", person.deputyships().stream().map(it -> name(it.officer())).toList())))
                .toList();
    }

    private Stream<Deputyship> named(Page page) {
        return people.all().stream().flatMap(person -> person.deputyships().stream())
                .filter(it -> mayEnter(page, it.officer()) && page.now().isBefore(it.window().until()));
    }

    private Choice choice(String id) {
        return new Choice(id, people.find(id).map(person -> person.name() + ", " + person.post()).orElse(id));
    }

    private String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
