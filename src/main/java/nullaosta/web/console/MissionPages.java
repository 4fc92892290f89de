package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nullaosta.dossier.Dossier;
import nullaosta.mission.Fault;
import nullaosta.mission.flightplan.FlightPlanReader;
import nullaosta.mission.form.Filled;
import nullaosta.mission.form.Form;
import nullaosta.mission.form.FromFlightPlan;
import nullaosta.mission.form.Typed;
import nullaosta.mission.form.TypedWriter;
import nullaosta.party.Role;
import nullaosta.party.StateCode;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Counter;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The form on which a mission is filed or amended, looked at before it is filed, and printed. */
@Controller
public final class MissionPages {

    /** Fields of the page that belong to no mission. */
    private static final String AMENDS = "amends";
    private static final String DO = "do";
    private static final String PLAN = "flightPlan";

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public MissionPages(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/missions/new")
    ResponseEntity<String> blank(HttpServletRequest request, Viewer viewer,
            @RequestParam(name = "amend", defaultValue = "") String amend,
            @RequestParam(name = "copy", defaultValue = "") String copy,
            @RequestParam(name = "announce", defaultValue = "") String announce) {
        Page page = pages.page(request, viewer);
        String number = Stream.of(amend, announce, copy).filter(it -> !it.isEmpty()).findFirst().orElse("");
        if (number.isEmpty()) {
            return show(HttpStatus.OK, view(page, start(viewer), ""));
        }
        return counter.find(viewer.person(), number).map(dossier -> {
            Typed typed = TypedWriter.write(dossier.mission(), installation.host());
            return show(HttpStatus.OK, view(page, !amend.isEmpty()
                    ? typed
                    : announce.isEmpty() ? typed.withoutTimes() : announced(dossier, typed), amend));
        }).orElseGet(() -> pages.unknownCase(page, number));
    }

    /** A flight like it that is announced in it, where it is a block. */
    private static Typed announced(Dossier dossier, Typed typed) {
        Typed later = typed.withoutTimes();
        return dossier.block().isPresent() ? later.with("flights", "").with("block", dossier.number()) : later;
    }

    /** What the map beside the points of a volume shows. */
    @GetMapping("/missions/map")
    @ResponseBody
    Map<String, Object> map() {
        return MapLayers.none(installation.host());
    }

    @GetMapping("/missions/paper")
    ResponseEntity<String> paper(HttpServletRequest request, Viewer viewer) {
        return pages.show("paper", pages.page(request, viewer),
                Map.of("view", view(pages.page(request, viewer), start(viewer), "")));
    }

    @PostMapping("/missions/paper")
    ResponseEntity<String> paperOf(HttpServletRequest request, Viewer viewer,
            @RequestParam MultiValueMap<String, String> sent) {
        Page page = pages.page(request, viewer);
        return pages.show("paper", page, Map.of("view", view(page, typed(sent), "")));
    }

    @PostMapping("/missions")
    ResponseEntity<String> sent(HttpServletRequest request, Viewer viewer,
            @RequestParam MultiValueMap<String, String> sent) {
        Page page = pages.page(request, viewer);
        String amends = Optional.ofNullable(sent.getFirst(AMENDS)).orElse("");
        Optional<Dossier> amended = amends.isEmpty() ? Optional.empty() : counter.find(viewer.person(), amends);
        if (!amends.isEmpty() && amended.isEmpty()) {
            return pages.unknownCase(page, amends);
        }
        String wanted = Optional.ofNullable(sent.getFirst(DO)).orElse("file");
        FormView view = view(page, FormButton.changed(typed(sent), wanted), amends);
        return switch (FormButton.of(wanted)) {
            case ROWS -> show(HttpStatus.OK, view);
            case PREVIEW -> preview(viewer, view, amended);
            case PASTE -> paste(view);
            case FILE -> file(viewer, view, amended);
        };
    }

    /** What the plan says takes the place of what was typed; a plan that cannot be read changes nothing. */
    private ResponseEntity<String> paste(FormView view) {
        return switch (FlightPlanReader.read(view.value(PLAN))) {
            case FlightPlanReader.Result.Faulty(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT,
                    view.telling(faults.stream()
                            .map(fault -> new Filled.Told(PLAN, "Flight plan, " + fault.where(), fault)).toList()));
            case FlightPlanReader.Result.Read(var plan) -> {
                FromFlightPlan.Outcome outcome = FromFlightPlan.fill(view.form(), view.typed().with(PLAN, ""), plan);
                List<String> notes = new ArrayList<>();
                notes.add("Filled in: " + String.join("; ", outcome.filled()));
                outcome.left().forEach(left -> notes.add("Not taken: " + left));
                notes.add(
                        "Departure is the time off blocks, arrival that and the elapsed time: correct them if it taxies long");
                notes.add("Not in a flight plan: purpose, area, declarations, window, volumes, papers");
                yield show(HttpStatus.OK, FormView.of(view.page(), view.form(), outcome.typed(), view.amends())
                        .noting(notes));
            }
        };
    }

    private ResponseEntity<String> preview(Viewer viewer, FormView view, Optional<Dossier> amended) {
        Filled filled = view.form().read(view.typed(), installation.mode());
        Map<String, Object> json = request(viewer, view, filled);
        if (amended.isPresent()) {
            json.putIfAbsent("reason", "not amended");
        } else if (viewer.person().role() == Role.DESK) {
            json.putIfAbsent("original", "not filed");
            json.putIfAbsent("evidence", "not filed");
            json.putIfAbsent("receivedAt", view.page().now().toString());
        }
        return switch (counter.foresee(viewer.person(), amended, json)) {
            case Counter.Foreseen.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT,
                    view.telling(filled.told(view.form(), view.typed(), faults)).looking());
            case Counter.Foreseen.Taken(var preview) -> show(HttpStatus.OK,
                    view.telling(filled.told(view.form(), view.typed(), List.of()))
                            .foreseeing(PreviewView.of(view.form(), preview)));
        };
    }

    private ResponseEntity<String> file(Viewer viewer, FormView view, Optional<Dossier> amended) {
        Filled filled = view.form().read(view.typed(), installation.mode());
        Map<String, Object> json = request(viewer, view, filled);
        if (!filled.faults().isEmpty()) {
            List<Fault> more = counter.foresee(viewer.person(), amended,
                    json) instanceof Counter.Foreseen.Unreadable(var faults) ? faults : List.of();
            return show(HttpStatus.UNPROCESSABLE_CONTENT,
                    view.telling(filled.told(view.form(), view.typed(), more)));
        }
        Counter.Reply reply = amended.isPresent()
                ? counter.carryOut(viewer.person(), view.amends(), Asked.AMENDMENT, json)
                : counter.file(viewer.person(), json, "filed on the console");
        return switch (reply) {
            case Counter.Reply.Done done -> Redirect.to("/cases/" + done.dossier().number());
            case Counter.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT,
                    view.telling(filled.told(view.form(), view.typed(), faults)));
            case Counter.Reply.Refused(var refusal) -> show(Unmet.status(refusal), view.form().question(refusal.where())
                    .map(asked -> view.telling(List.of(new Filled.Told(refusal.where(), asked.question().words(),
                            new Fault("/" + refusal.where(), refusal.found(),
                                    refusal.expected() + ": " + refusal.help())))))
                    .orElseGet(() -> view.saying(refusal.inWords())));
        };
    }

    /** What a program would send. */
    private static Map<String, Object> request(Viewer viewer, FormView view, Filled filled) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mission", filled.mission());
        if (!view.isNew()) {
            putUnlessBlank(json, view, "reason");
        } else if (viewer.person().role() == Role.DESK) {
            putUnlessBlank(json, view, "original");
            putUnlessBlank(json, view, "evidence");
            if (!view.value("receivedAt").isBlank()) {
                json.put("receivedAt", Form.moment(view.value("receivedAt")).map(Object::toString)
                        .orElse(view.value("receivedAt")));
            }
        }
        return json;
    }

    private static void putUnlessBlank(Map<String, Object> json, FormView view, String field) {
        if (!view.value(field).isBlank()) {
            json.put(field, view.value(field).strip());
        }
    }

    private static Typed start(Viewer viewer) {
        return new Typed(viewer.person().role() == Role.REQUESTER
                ? Map.of("operatorState", viewer.person().state().code())
                : Map.of());
    }

    /** Of boxes ticked in one question, all. */
    private static Typed typed(MultiValueMap<String, String> sent) {
        Map<String, String> fields = new TreeMap<>();
        sent.forEach((field, values) -> {
            if (!field.equals(AMENDS) && !field.equals(DO) && !field.startsWith("_")) {
                fields.put(field, String.join(",", values));
            }
        });
        return new Typed(fields);
    }

    /** The desk's form asks what the agreements ask of the state that is typed; without one, of all. */
    private FormView view(Page page, Typed typed, String amends) {
        boolean requester = page.viewer().role() == Role.REQUESTER;
        String code = typed.get("operatorState").strip();
        Optional<StateCode> state = requester
                ? Optional.of(page.viewer().state())
                : Optional.of(code).filter(StateCode::isKnown).map(StateCode::new);
        Form.Ending ending = !amends.isEmpty()
                ? Form.Ending.REASON
                : requester ? Form.Ending.NONE : Form.Ending.RECEIPT;
        return FormView.of(page, Form.of(installation.host(), installation.agreements(), state, page.now(), ending),
                typed, amends);
    }

    private ResponseEntity<String> show(HttpStatus status, FormView view) {
        return pages.show(status, "file", view.page(), Map.of("view", view));
    }
}
