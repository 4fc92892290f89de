package nullaosta.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.gate.Device;
import nullaosta.gate.SignedCheck;
import nullaosta.seal.SealFault;
import nullaosta.store.Installation;
import nullaosta.store.PostgresDevices;
import nullaosta.store.PostgresGate;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A base's device asks to be enrolled, and hands over what it checked without a network. */
@RestController
@RequestMapping("/api/v1/gate")
public final class GateApi {

    private static final int MOST = 200;
    private static final int LONGEST_NAME = 60;

    private final Installation installation;
    private final InstantSource clock;

    public GateApi(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @PostMapping("/devices")
    ResponseEntity<?> ask(Viewer viewer, InputStream body) throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> ask(viewer, json);
        };
    }

    private ResponseEntity<?> ask(Viewer viewer, Map<?, ?> json) {
        String base = viewer.person().base().orElse("");
        if (!(json.get("key") instanceof String key && json.get("name") instanceof String name)
                || name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return notValid("no `key` and `name`; expected a public key and a name of 1 to " + LONGEST_NAME
                    + " characters");
        }
        try {
            return installation.gate().devices()
                    .ask(Device.of(key, base, name.strip()), viewer.person().id(), clock.instant())
                    .<ResponseEntity<?>>map(listed -> ResponseEntity.status(HttpStatus.CREATED).body(json(listed)))
                    .orElseGet(() -> Problem.of(HttpStatus.CONFLICT, PostgresGate.Fault.OTHER_BASE.name(),
                            "this device asked at another base; it can be enrolled there alone").response());
        } catch (SealFault e) {
            return notValid("/key: " + e.getMessage());
        }
    }

    private static Map<String, Object> json(PostgresDevices.Listed listed) {
        return Map.of("device", listed.device().id(), "fingerprint", listed.device().fingerprint(), "base",
                listed.device().base(), "standing", listed.standing().name());
    }

    /** May be sent again: what is known already changes nothing. */
    @PostMapping("/checks")
    ResponseEntity<?> take(Viewer viewer, InputStream body) throws IOException {
        return switch (Body.read(body)) {
            case Body.Bad(Problem problem) -> problem.response();
            case Body.Read(Map<?, ?> json) -> take(viewer, json);
        };
    }

    private ResponseEntity<?> take(Viewer viewer, Map<?, ?> json) {
        if (!(json.get("device") instanceof String device && json.get("records") instanceof List<?> sent)) {
            return notValid("no `device` and `records`; expected the device's number and a list");
        }
        if (sent.isEmpty() || sent.size() > MOST) {
            return notValid("/records: found " + sent.size() + "; expected 1 to " + MOST + " at once");
        }
        List<SignedCheck> records = new ArrayList<>();
        for (Object one : sent) {
            Optional<String> fault = read(one, records);
            if (fault.isPresent()) {
                return notValid("/records/" + records.size() + ": " + fault.get());
            }
        }
        return switch (installation.gate().take(device, records, viewer.person(), clock.instant())) {
            case PostgresGate.Taken.Done done -> ResponseEntity.ok(Map.of("last", done.last(), "taken", done.taken(),
                    "knownAlready", done.knownAlready()));
            case PostgresGate.Taken.Not(PostgresGate.Fault fault, String words, long last) -> new Problem(
                    status(fault), fault.name(), words, Map.of("last", last)).response();
        };
    }

    private static Optional<String> read(Object one, List<SignedCheck> records) {
        if (!(one instanceof Map<?, ?> map && map.get("record") instanceof String record
                && map.get("signature") instanceof String signature)) {
            return Optional.of("no `record` and `signature`; expected two texts");
        }
        try {
            records.add(SignedCheck.read(record, signature));
            return Optional.empty();
        } catch (SealFault e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static HttpStatus status(PostgresGate.Fault fault) {
        return switch (fault) {
            case UNKNOWN_DEVICE -> HttpStatus.NOT_FOUND;
            case OTHER_BASE -> HttpStatus.FORBIDDEN;
            case NOT_SIGNED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DEVICE_NOT_ENROLLED, DEVICE_ENDED, RECORDS_MISSING, RECORDS_FORKED -> HttpStatus.CONFLICT;
        };
    }

    private static ResponseEntity<?> notValid(String words) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "NOT_VALID", words).response();
    }
}
