package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nullaosta.oversight.Figures;
import nullaosta.store.Installation;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public register: how many, never which. */
@Controller
public final class OversightPage {

    private final Pages pages;
    private final Installation installation;

    public OversightPage(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    @GetMapping("/oversight")
    ResponseEntity<String> oversight(HttpServletRequest request, Viewer viewer) {
        String checkpoint = installation.log().checkpoint().map(note -> new String(note, StandardCharsets.UTF_8))
                .orElse("no checkpoint yet");
        return pages.show("oversight", pages.page(request, viewer),
                Map.of("figures", Figures.of(installation.cases().every(), installation.mode()),
                        "checkpoint", checkpoint, "size", installation.log().publishedSize().orElse(0L)));
    }
}
