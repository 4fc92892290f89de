package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nullaosta.appointment.Act;
import nullaosta.appointment.Roll;
import nullaosta.decision.Verdict;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;
import nullaosta.store.Installation;
import nullaosta.web.form.Counter;
import nullaosta.web.form.OwnHand;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts of the appointing authority, and what an officer signs. */
@RestController
@RequestMapping("/api/v1")
public final class AppointmentApi {

    private final Installation installation;
    private final Counter counter;
    private final InstantSource clock;

    public AppointmentApi(Installation installation, Counter counter, InstantSource clock) {
        this.installation = installation;
        this.counter = counter;
        this.clock = clock;
    }

    /** Every act as it was handed in, oldest first. */
    @GetMapping("/appointments")
    List<Object> acts() {
        return installation.appointments().roll().map(Roll::acts).orElse(List.of()).stream().map(AppointmentApi::json)
                .toList();
    }

    @PostMapping("/appointments")
    ResponseEntity<?> enter(InputStream body) throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> enter(json);
        };
    }

    private ResponseEntity<?> enter(Map<?, ?> json) {
        Act act;
        try {
            act = Act.parse(CanonicalJson.bytes(json));
        } catch (SealFault e) {
            return problem("NO_ACT", String.valueOf(e.getMessage()), "an act that the appointing authority signed",
                    "let `nullaosta officer appoint` make it");
        }
        return switch (installation.appointments().enter(act, clock.instant())) {
            case ENTERED -> ResponseEntity.status(HttpStatus.CREATED).body(json(act));
            case KNOWN_ALREADY -> ResponseEntity.ok(json(act));
            case NOT_ITS -> problem("NOT_APPOINTING", "an act that another key signed",
                    "one of this host's appointing authority", "let that authority sign it");
            case NOBODY_APPOINTS -> problem("NOBODY_APPOINTS", "a host without an appointing authority",
                    "`appointing` in its description", "describe it, and start the server again");
        };
    }

    /** The text that the caller would put their own signature under, as the case stands now. */
    @PostMapping("/cases/{number}/decision-text")
    ResponseEntity<?> text(Viewer viewer, @PathVariable("number") String number, InputStream body)
            throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> text(viewer, number, json);
        };
    }

    private ResponseEntity<?> text(Viewer viewer, String number, Map<?, ?> json) {
        Optional<Verdict> verdict = OwnHand.verdict(String.valueOf(json.get("verdict")));
        return verdict.isPresent() && json.get("reasons") instanceof String reasons
                ? counter.text(viewer.person(), number, verdict.get(), reasons)
                        .<ResponseEntity<?>>map(text -> ResponseEntity.ok(OwnHand.toSign(text)))
                        .orElseGet(() -> problem("NOTHING_TO_SIGN", "nothing here that you can sign with these words",
                                "a case that is prepared and waits for you", "look at the case"))
                : problem("NOT_VALID", "no `verdict` and `reasons`", "`APPROVE` or `REFUSE`, and why",
                        "send both");
    }

    private static ResponseEntity<?> problem(String code, String found, String expected, String help) {
        return new Problem(HttpStatus.CONFLICT, code, found + "; expected " + expected,
                Map.of("found", found, "expected", expected, "help", help)).response();
    }

    private static Object json(Act act) {
        try {
            return Objects.requireNonNull(CanonicalJson.read(act.document()));
        } catch (JsonFault e) {
            throw new IllegalStateException("a document of our own is no JSON", e);
        }
    }
}
