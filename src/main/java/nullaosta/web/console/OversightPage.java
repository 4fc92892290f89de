package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
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

    private static final int LONGEST_LINE = 160;

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
                        "checkpoint", shortened(checkpoint), "size",
                        installation.log().publishedSize().orElse(0L), "waiting", installation.log().waiting(),
                        "quorum", installation.published().quorum().threshold(), "witnesses",
                        WitnessView.all(installation)));
    }

    /** A line in ML-DSA-44 is as long as a page: its beginning is shown, the file has it whole. */
    private static String shortened(String checkpoint) {
        return checkpoint.lines()
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
