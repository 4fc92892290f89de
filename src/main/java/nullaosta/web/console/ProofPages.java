package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Terms;
import nullaosta.proof.VersionInquiry;
import nullaosta.proof.WovenPage;
import nullaosta.store.Installation;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What holds for every mission under a version, and the version as one page to read and print. */
@Controller
public final class ProofPages {

    /** The woven page brings its own style and needs nothing else. */
    private static final String BY_ITSELF = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

    private final Pages pages;
    private final Installation installation;

    public ProofPages(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    @GetMapping("/proofs/{id}/{version}")
    ResponseEntity<String> proofs(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id,
            @PathVariable("version") String version) {
        Page page = pages.page(request, viewer);
        return terms(id, version)
                .map(terms -> pages.show("proofs", page, Map.of("inquiry", VersionInquiry.of(terms))))
                .orElseGet(() -> none(page, id, version));
    }

    @GetMapping("/proofs/{id}/{version}/page")
    ResponseEntity<String> woven(HttpServletRequest request, Viewer viewer, @PathVariable("id") String id,
            @PathVariable("version") String version) {
        return terms(id, version).map(terms -> ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Content-Security-Policy", BY_ITSELF).body(WovenPage.of(terms, VersionInquiry.of(terms))))
                .orElseGet(() -> none(pages.page(request, viewer), id, version));
    }

    /** A version that can be read; one that cannot has no meaning to ask about. */
    private Optional<Terms> terms(String id, String version) {
        return installation.agreements().agreement(id).stream().flatMap(agreement -> agreement.versions().stream())
                .filter(terms -> terms.version().toString().equals(version)).findFirst();
    }

    private ResponseEntity<String> none(Page page, String id, String version) {
        return pages.say(HttpStatus.NOT_FOUND, page, "No such version",
                "There is no version `" + version + "` of `" + id + "`; the agreement's page lists them.");
    }
}
