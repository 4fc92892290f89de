package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.oversight.movements.EnteredMovement;
import nullaosta.oversight.movements.ListedMovement;
import nullaosta.oversight.movements.MovementList;
import nullaosta.oversight.movements.Reconciliation;
import nullaosta.store.Installation;
import nullaosta.web.form.BodyLimit;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A list of movements in, what it agrees with out. */
@RestController
@RequestMapping("/api/v1")
public final class MovementApi {

    private final Installation installation;
    private final InstantSource clock;

    public MovementApi(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @PostMapping("/movements")
    ResponseEntity<?> reconcile(Viewer viewer, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BodyLimit.LARGEST + 1);
        if (bytes.length > BodyLimit.LARGEST) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", BodyLimit.words()).response();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (MovementList.read(text)) {
            case MovementList.Result.Faulty(List<MovementList.Fault> faults) -> new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "NOT_VALID",
                    faults.size() + (faults.size() == 1 ? " fault" : " faults") + "; nothing was stored",
                    Map.of("faults", faults.stream().limit(20)
                            .map(fault -> Map.of("line", fault.line(), "words", fault.words())).toList()))
                    .response();
            case MovementList.Result.Read(MovementList list) -> ResponseEntity.ok(json(installation.movements()
                    .reconcile(text, list, viewer.person().id(), clock.instant())));
        };
    }

    private static Map<String, Object> json(Reconciliation found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("matched", found.matched().stream()
                .map(match -> Map.of("line", match.listed().line(), "number", match.entered().number())).toList());
        json.put("withoutClearance", found.withoutClearance().stream().map(MovementApi::json).toList());
        json.put("notListed", found.notListed().stream().map(MovementApi::json).toList());
        return json;
    }

    private static Map<String, Object> json(ListedMovement listed) {
        return Map.of("line", listed.line(), "callSign", listed.callSign(), "aerodrome", listed.aerodrome(),
                "movement", listed.kind().name(), "at", listed.at().toString());
    }

    private static Map<String, Object> json(EnteredMovement entered) {
        return Map.of("number", entered.number(), "callSign", entered.callSign(), "aerodrome", entered.aerodrome(),
                "movement", entered.kind().name(), "at", entered.at().toString());
    }
}
