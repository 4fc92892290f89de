package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.Roll;
import nullaosta.seal.SealFault;
import nullaosta.store.Installation;
import nullaosta.web.form.Counter;
import nullaosta.web.form.OwnHand;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** An officer's own keys: which are appointed, a passkey made in the browser, and what they sign. */
@Controller
public final class KeyPages {

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public KeyPages(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/keys")
    ResponseEntity<String> keys(HttpServletRequest request, Viewer viewer) {
        return show(HttpStatus.OK, request, viewer, "");
    }

    /** Its signature is what lets an act in; who brings it does not matter. */
    @PostMapping("/keys")
    ResponseEntity<String> handIn(HttpServletRequest request, Viewer viewer, @RequestParam("act") String document) {
        try {
            Act act = Act.parse(document.strip().getBytes(StandardCharsets.UTF_8));
            return switch (installation.appointments().enter(act, pages.now())) {
                case ENTERED -> show(HttpStatus.OK, request, viewer, "The act is entered, and the register holds it.");
                case KNOWN_ALREADY -> show(HttpStatus.OK, request, viewer, "This act was entered before.");
                case NOT_ITS -> show(HttpStatus.UNPROCESSABLE_CONTENT, request, viewer,
                        "Not entered: the appointing authority of this host did not sign this act.");
                case NOBODY_APPOINTS -> show(HttpStatus.UNPROCESSABLE_CONTENT, request, viewer,
                        "Not entered: this host has no appointing authority.");
            };
        } catch (SealFault e) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, viewer, "Not entered: " + e.getMessage() + ".");
        }
    }

    /** For the form to know what can sign: the viewer's keys of now. */
    @GetMapping("/keys/mine")
    @ResponseBody
    List<Map<String, Object>> mine(Viewer viewer) {
        return own(viewer, pages.now()).stream().map(OwnHand::key).toList();
    }

    @PostMapping("/cases/{number}/decision-text")
    @ResponseBody
    ResponseEntity<Map<String, Object>> text(Viewer viewer, @PathVariable("number") String number,
            @RequestParam("verdict") String verdict, @RequestParam("reasons") String reasons) {
        return OwnHand.verdict(verdict)
                .flatMap(read -> counter.text(viewer.person(), number, read, reasons))
                .map(text -> ResponseEntity.ok(OwnHand.toSign(text)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(Map.of("detail", "there is nothing here that you can sign with these words")));
    }

    private List<Appointment> own(Viewer viewer, Instant now) {
        Optional<Roll> roll = installation.appointments().roll();
        return roll.map(known -> known.of(viewer.person().id(), now)).orElse(List.of());
    }

    private ResponseEntity<String> show(HttpStatus status, HttpServletRequest request, Viewer viewer, String said) {
        var page = pages.page(request, viewer);
        return pages.show(status, "keys", page, Map.of("keys", own(viewer, page.now()), "said", said, "appointing",
                installation.host().appointing().isPresent(), "required", installation.host().officersHaveKeys()));
    }
}
