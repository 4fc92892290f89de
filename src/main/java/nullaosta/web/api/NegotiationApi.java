package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.text.Spelling;
import nullaosta.negotiation.Competence;
import nullaosta.negotiation.Negotiation;
import nullaosta.negotiation.StepFormat;
import nullaosta.store.Installation;
import nullaosta.web.form.Moved;
import nullaosta.web.form.Table;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Negotiations: put a text on the table, answer the one that lies there, read it all back. */
@RestController
@RequestMapping("/api/v1")
public final class NegotiationApi {

    private final Installation installation;
    private final Table table;

    public NegotiationApi(Installation installation, Table table) {
        this.installation = installation;
        this.table = table;
    }

    @PostMapping("/proposals")
    ResponseEntity<?> propose(Viewer viewer, InputStream body) throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> reply(viewer, HttpStatus.CREATED,
                    table.propose(viewer.person(), json));
        };
    }

    @GetMapping("/agreements/{id}/negotiation")
    ResponseEntity<?> negotiation(Viewer viewer, @PathVariable("id") String id) {
        Negotiation negotiation = Competence.seen(viewer.person(), installation.negotiations().negotiation(id));
        return negotiation.proposals().isEmpty()
                ? new Problem(HttpStatus.NOT_FOUND, "UNKNOWN_AGREEMENT",
                        "no negotiation of `" + id + "` that concerns you",
                        Map.of("found", id, "expected", "an agreement that your state negotiates", "help",
                                "look for it in the list of agreements"))
                        .response()
                : ResponseEntity.ok(json(negotiation));
    }

    @PostMapping("/agreements/{id}/{motion}")
    ResponseEntity<?> move(Viewer viewer, @PathVariable("id") String id, @PathVariable("motion") String path,
            InputStream body) throws IOException {
        Optional<Moved> moved = Moved.find(path);
        if (moved.isEmpty()) {
            return new Problem(HttpStatus.NOT_FOUND, "UNKNOWN_COMMAND", "no command `" + path + "`",
                    Map.of("found", path, "expected", "one of " + String.join(", ", Moved.paths()), "help",
                            Spelling.help(path, Moved.paths())))
                    .response();
        }
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> reply(viewer, HttpStatus.OK,
                    table.move(viewer.person(), id, moved.get(), json));
        };
    }

    private static ResponseEntity<?> reply(Viewer viewer, HttpStatus done, Table.Reply reply) {
        return switch (reply) {
            case Table.Reply.Done(Negotiation negotiation) -> ResponseEntity.status(done)
                    .header("Location", "/api/v1/agreements/" + negotiation.agreement() + "/negotiation")
                    .body(json(Competence.seen(viewer.person(), negotiation)));
            case Table.Reply.Unreadable(var faults) -> Problem.of(faults).response();
            case Table.Reply.Refused(var refusal) -> Problem.of(refusal).response();
        };
    }

    private static Map<String, Object> json(Negotiation negotiation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", negotiation.agreement());
        json.put("parties", List.copyOf(negotiation.parties()));
        negotiation.table().ifPresent(proposal -> {
            json.put("onTheTable", proposal.hash());
            json.put("unsigned", negotiation.unsigned());
        });
        json.put("published", negotiation.publications().stream().map(it -> Map.of("version", it.version().version(),
                "hash", it.version().hash(), "at", it.at().toString(), "inForce", it.period().toString())).toList());
        json.put("steps", negotiation.history().stream().map(StepFormat::asMap).toList());
        return json;
    }
}
