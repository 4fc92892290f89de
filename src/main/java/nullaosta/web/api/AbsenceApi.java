package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.dossier.Absences;
import nullaosta.party.Absence;
import nullaosta.web.form.Leave;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is away, and who decides meanwhile. */
@RestController
@RequestMapping("/api/v1")
public final class AbsenceApi {

    private final Leave leave;

    public AbsenceApi(Leave leave) {
        this.leave = leave;
    }

    @GetMapping("/absences")
    List<Map<String, Object>> all() {
        return leave.all().stream().map(AbsenceApi::json).toList();
    }

    @PostMapping("/absences")
    ResponseEntity<?> enter(Viewer viewer, InputStream body) throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> switch (leave.enter(viewer.person(), json)) {
                case Leave.Reply.Unreadable(var faults) -> Problem.of(faults).response();
                case Leave.Reply.Answered(Absences.Kept kept) -> answer(HttpStatus.CREATED, kept);
            };
        };
    }

    @PostMapping("/absences/{number}/end")
    ResponseEntity<?> end(Viewer viewer, @PathVariable("number") int number) {
        return answer(HttpStatus.OK, leave.end(viewer.person(), number));
    }

    private static ResponseEntity<?> answer(HttpStatus done, Absences.Kept kept) {
        return switch (kept) {
            case Absences.Kept.Done(Absence absence) -> ResponseEntity.status(done).body(json(absence));
            case Absences.Kept.Refused(var refusal) -> Problem.of(refusal).response();
        };
    }

    private static Map<String, Object> json(Absence absence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", absence.number());
        json.put("officer", absence.officer());
        json.put("deputy", absence.deputy());
        json.put("act", absence.act());
        json.put("from", absence.window().from().toString());
        json.put("until", absence.window().until().toString());
        json.put("enteredBy", absence.enteredBy());
        json.put("enteredAt", absence.enteredAt().toString());
        absence.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
        json.put("digest", absence.digest());
        return json;
    }
}
