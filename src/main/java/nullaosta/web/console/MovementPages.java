package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.oversight.movements.MovementList;
import nullaosta.oversight.movements.Reconciliation;
import nullaosta.store.Installation;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A list of movements, held against the cases. */
@Controller
public final class MovementPages {

    private static final int FAULTS_TOLD = 20;

    private final Pages pages;
    private final Installation installation;
    private final InstantSource clock;

    public MovementPages(Pages pages, Installation installation, InstantSource clock) {
        this.pages = pages;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/movements")
    ResponseEntity<String> form(HttpServletRequest request, Viewer viewer) {
        return show(HttpStatus.OK, pages.page(request, viewer), "", List.of(), Optional.empty());
    }

    @PostMapping("/movements")
    ResponseEntity<String> reconcile(HttpServletRequest request, Viewer viewer,
            @RequestParam(name = "movements", defaultValue = "") String text) {
        Page page = pages.page(request, viewer);
        return switch (MovementList.read(text)) {
            case MovementList.Result.Faulty(List<MovementList.Fault> faults) -> show(
                    HttpStatus.UNPROCESSABLE_CONTENT, page, text, faults, Optional.empty());
            case MovementList.Result.Read(MovementList list) -> show(HttpStatus.OK, page, text, List.of(),
                    Optional.of(installation.movements().reconcile(text, list, viewer.person().id(),
                            clock.instant())));
        };
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, String text, List<MovementList.Fault> faults,
            Optional<Reconciliation> found) {
        return pages.show(status, "movements", page, Map.of("text", text, "faults",
                faults.stream().limit(FAULTS_TOLD).toList(), "found", found));
    }
}
