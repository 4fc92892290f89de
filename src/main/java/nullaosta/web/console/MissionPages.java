package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.dossier.Dossier;
import nullaosta.mission.Fault;
import nullaosta.party.Role;
import nullaosta.seal.JsonFault;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Counter;
import nullaosta.web.form.MissionForm;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form on which a mission is filed or amended. */
@Controller
public final class MissionPages {

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
            @RequestParam(name = "copy", defaultValue = "") String copy) {
        Page page = pages.page(request, viewer);
        String number = amend.isEmpty() ? copy : amend;
        if (number.isEmpty()) {
            Map<String, String> fields = new HashMap<>();
            if (viewer.person().role() == Role.REQUESTER) {
                fields.put("operatorState", viewer.person().state().code());
            }
            return show(HttpStatus.OK, page, new MissionForm("", fields), List.of(), "");
        }
        return counter.find(viewer.person(), number)
                .map(dossier -> show(HttpStatus.OK, page, MissionForm.of(dossier.mission(), amend), List.of(), ""))
                .orElseGet(() -> pages.unknownCase(page, number));
    }

    @PostMapping("/missions")
    ResponseEntity<String> file(HttpServletRequest request, Viewer viewer, @RequestParam Map<String, String> fields) {
        Page page = pages.page(request, viewer);
        MissionForm form = new MissionForm(fields.getOrDefault("amends", ""), fields);
        Optional<Dossier> amended = form.amends().isEmpty()
                ? Optional.empty()
                : counter.find(viewer.person(), form.amends());
        if (!form.amends().isEmpty() && amended.isEmpty()) {
            return pages.unknownCase(page, form.amends());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        try {
            json.put("mission", form.toJson(installation.mode(), amended.map(Dossier::mission)));
        } catch (JsonFault e) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, form,
                    List.of(new Fault("/mission/volumes", e.getMessage(), "a list of volumes as JSON")), "");
        }
        return switch (amended.isPresent() ? amend(viewer, form, json) : file(viewer, form, json)) {
            case Counter.Reply.Done done -> Redirect.to("/cases/" + done.dossier().number());
            case Counter.Reply.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page, form, faults,
                    "");
            case Counter.Reply.Refused(var refusal) -> show(Unmet.status(refusal), page, form, List.of(),
                    refusal.inWords());
        };
    }

    private Counter.Reply amend(Viewer viewer, MissionForm form, Map<String, Object> json) {
        putUnlessBlank(json, form, "reason");
        return counter.carryOut(viewer.person(), form.amends(), Asked.AMENDMENT, json);
    }

    private Counter.Reply file(Viewer viewer, MissionForm form, Map<String, Object> json) {
        if (viewer.person().role() == Role.DESK) {
            putUnlessBlank(json, form, "original");
            putUnlessBlank(json, form, "receivedAt");
            putUnlessBlank(json, form, "evidence");
        }
        return counter.file(viewer.person(), json, "filed on the console");
    }

    private static void putUnlessBlank(Map<String, Object> json, MissionForm form, String field) {
        if (!form.get(field).isBlank()) {
            json.put(field, form.get(field));
        }
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, MissionForm form, List<Fault> faults,
            String said) {
        var missions = installation.dossiers().chancery().missions();
        return pages.show(status, "file", page, Map.of("form", form, "faults", faults, "said", said, "purposes",
                missions.purposes(), "areas", missions.areas()));
    }
}
