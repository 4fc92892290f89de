package nullaosta.web.console;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import nullaosta.assessment.Assessment;
import nullaosta.dossier.Dossier;
import nullaosta.store.Installation;
import nullaosta.store.Published;
import nullaosta.web.form.Counter;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A clearance as a document to print, and as a token to check. */
@Controller
public final class ClearancePages {

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;

    public ClearancePages(Pages pages, Installation installation, Counter counter) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
    }

    @GetMapping("/clearances/{number}/{version}")
    ResponseEntity<String> document(HttpServletRequest request, Viewer viewer, @PathVariable("number") String number,
            @PathVariable("version") String version) {
        Page page = pages.page(request, viewer);
        return held(viewer, number, version).map(dossier -> {
            Published.Token token = installation.published().token(dossier.clearance().orElseThrow());
            Content qr = output -> output.writeContent(QrPicture.svg(token.text()));
            return pages.show("clearance", page,
                    Map.of("dossier", dossier, "token", token.text(), "qr", qr, "proof", token.standing(),
                            "title", title(dossier)));
        }).orElseGet(() -> pages.say(HttpStatus.NOT_FOUND, page, "No such clearance", unknown(number, version)));
    }

    @GetMapping(path = "/clearances/{number}/{version}/token.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> token(Viewer viewer, @PathVariable("number") String number,
            @PathVariable("version") String version) {
        return held(viewer, number, version)
                .map(dossier -> ResponseEntity.ok().header("Cache-Control", "no-store").body(
                        installation.published().token(dossier.clearance().orElseThrow()).text() + "\n"))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).body(unknown(number, version) + "\n"));
    }

    /** Of the agreement that it was decided under. */
    private static String title(Dossier dossier) {
        return dossier.assessed().filter(assessed -> assessed.agreement().isPresent())
                .map(assessed -> Assessment.fromMap(assessed.assessment()).title()).orElse("");
    }

    private Optional<Dossier> held(Viewer viewer, String number, String version) {
        return counter.find(viewer.person(), number).filter(dossier -> dossier.clearance()
                .map(held -> held.clearance().number().equals(number + "/" + version)).orElse(false));
    }

    private static String unknown(String number, String version) {
        return "There is no clearance `" + number + "/" + version
                + "` here, or a later one has replaced it; look at the case.";
    }
}
