package nullaosta.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nullaosta.dossier.Refusal;
import nullaosta.mission.Fault;
import nullaosta.web.page.Unmet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why something asked for by a program was not done, as RFC 9457 has it; {@code code} is stable, words may change.
 *
 * @param more members beside those of the RFC: {@code found}, {@code expected}, {@code help}, {@code faults}
 */
public record Problem(HttpStatus status, String code, String detail, Map<String, Object> more) {

    public Problem {
        more = Map.copyOf(more);
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, Map.of());
    }

    static Problem of(Refusal refusal) {
        return new Problem(Unmet.status(refusal), refusal.code().name(), refusal.inWords(),
                Map.of("found", refusal.found(), "expected", refusal.expected(), "help", refusal.help()));
    }

    static Problem of(nullaosta.negotiation.Refusal refusal) {
        Map<String, Object> more = new LinkedHashMap<>(Map.of("found", refusal.found(), "expected", refusal.expected(),
                "help", refusal.help()));
        if (!refusal.problems().isEmpty()) {
            more.put("problems", refusal.problems().stream().map(problem -> problem.toMap()).toList());
        }
        return new Problem(Unmet.status(refusal), refusal.code().name(), refusal.inWords(), more);
    }

    static Problem of(List<Fault> faults) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "NOT_VALID",
                faults.size() + (faults.size() == 1 ? " fault" : " faults") + "; nothing was stored",
                Map.of("faults", faults.stream().map(fault -> Map.of("where", fault.where(), "found", fault.found(),
                        "expected", fault.expected())).toList()));
    }

    static Problem notJson(String message) {
        return new Problem(HttpStatus.BAD_REQUEST, "NOT_JSON", message,
                Map.of("found", message, "expected", "one JSON object without duplicate keys (RFC 8259, I-JSON)",
                        "help",
                        "mend the body and send it again"));
    }

    public ResponseEntity<Map<String, Object>> response() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:nullaosta:problem:" + code);
        body.put("title", code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(more);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }
}
