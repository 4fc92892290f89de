package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.text.Spelling;
import nullaosta.dossier.CaseLists;
import nullaosta.party.Role;
import nullaosta.store.Installation;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Counter;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases: file a mission, read a case, ask for a command in it. */
@RestController
@RequestMapping("/api/v1")
public final class CaseApi {

    private final Installation installation;
    private final Counter counter;
    private final InstantSource clock;

    public CaseApi(Installation installation, Counter counter, InstantSource clock) {
        this.clock = clock;
        this.installation = installation;
        this.counter = counter;
    }

    @PostMapping("/missions")
    ResponseEntity<?> file(Viewer viewer, InputStream body) throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> reply(HttpStatus.CREATED, viewer,
                    counter.file(viewer.person(), json, "filed by a program"));
        };
    }

    @GetMapping("/cases")
    List<Map<String, Object>> cases(Viewer viewer) {
        CaseLists.Filter all = CaseLists.Filter.ALL;
        CaseLists.Filter mine = viewer.person().role() == Role.REQUESTER
                ? all.ofState(viewer.person().state().code())
                : viewer.person().base().map(all::atBase).orElse(all);
        Instant now = clock.instant();
        return installation.lists().rows(mine).stream()
                .map(row -> CaseJson.line(row, installation.host().office(), now)).toList();
    }

    @GetMapping("/cases/{number}")
    ResponseEntity<?> one(Viewer viewer, @PathVariable("number") String number) {
        return counter.find(viewer.person(), number)
                .<ResponseEntity<?>>map(dossier -> ResponseEntity.ok(json(viewer).of(dossier)))
                .orElseGet(() -> Problem.of(counter.missing(viewer.person(), number)).response());
    }

    @PostMapping("/cases/{number}/{asked}")
    ResponseEntity<?> command(Viewer viewer, @PathVariable("number") String number,
            @PathVariable("asked") String path, InputStream body) throws IOException {
        Optional<Asked> asked = Asked.find(path);
        if (asked.isEmpty()) {
            return new Problem(HttpStatus.NOT_FOUND, "UNKNOWN_COMMAND", "no command `" + path + "`",
                    Map.of("found", path, "expected", "one of " + String.join(", ", Asked.paths()), "help",
                            Spelling.help(path, Asked.paths())))
                    .response();
        }
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> reply(HttpStatus.OK, viewer,
                    counter.carryOut(viewer.person(), number, asked.get(), json));
        };
    }

    private ResponseEntity<?> reply(HttpStatus done, Viewer viewer, Counter.Reply reply) {
        return switch (reply) {
            case Counter.Reply.Done(var dossier, var entries) -> ResponseEntity.status(done)
                    .header("Location", "/api/v1/cases/" + dossier.number())
                    .body(json(viewer).answer(dossier, entries));
            case Counter.Reply.Unreadable(var faults) -> Problem.of(faults).response();
            case Counter.Reply.Refused(var refusal) -> Problem.of(refusal).response();
        };
    }

    private CaseJson json(Viewer viewer) {
        return new CaseJson(viewer.person(), installation.host());
    }
}
