package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nullaosta.oversight.figures.Figures;
import nullaosta.oversight.figures.FiguresFile;
import nullaosta.oversight.request.RequestCounts;
import nullaosta.store.Installation;
import nullaosta.store.PostgresFigures;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public register: how many, never which. */
@Controller
public final class OversightPage {

    private static final int LONGEST_LINE = 160;
    private static final int MOST_RESTATEMENTS = 200;

    private final Pages pages;
    private final Installation installation;
    private final InstantSource clock;

    public OversightPage(Pages pages, Installation installation, InstantSource clock) {
        this.pages = pages;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/oversight")
    ResponseEntity<String> oversight(HttpServletRequest request, Viewer viewer) {
        boolean live = installation.face().live(viewer.person());
        Optional<byte[]> note = live
                ? installation.log().checkpoint()
                : installation.face().checkpoint(clock.instant());
        String checkpoint = note.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("no checkpoint yet");
        Figures figures = kept();
        return pages.show("oversight", pages.page(request, viewer),
                Map.of("figures", figures, "requests", RequestCounts.of(installation.requests().all(),
                        figures.at().atZone(installation.host().zone()).toLocalDate()), "allegations",
                        installation.figures().allegations(), "restatements",
                        installation.figures().restatements(figures, installation.host().zone()).stream()
                                .limit(MOST_RESTATEMENTS).toList(),
                        "checkpoint", shortened(checkpoint), "size",
                        live
                                ? installation.log().publishedSize().orElse(0L)
                                : installation.face().size(clock.instant()),
                        "waiting", live ? installation.log().waiting() : 0L, "behind",
                        live ? 0L : installation.face().delay().toMinutes(),
                        "quorum", installation.published().quorum().threshold(), "witnesses",
                        WitnessView.all(installation, note)));
    }

    @GetMapping("/oversight.csv")
    ResponseEntity<String> file() {
        Figures figures = kept();
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"oversight-"
                        + figures.at().atZone(installation.host().zone()).toLocalDate() + ".csv\"")
                .body(FiguresFile.write(figures));
    }

    /** What is news of the counts: months that are over, and what was restated. */
    @GetMapping("/oversight.atom")
    ResponseEntity<String> feed(HttpServletRequest request, Viewer viewer) {
        Figures figures = kept();
        String feed = FiguresFeed.of(figures, installation.figures().restatements(figures, installation.host().zone()),
                installation.host(), pages.page(request, viewer).origin());
        return ResponseEntity.ok().contentType(new MediaType("application", "atom+xml", StandardCharsets.UTF_8))
                .body(feed);
    }

    /** Whoever looks first on a day has that day's snapshot kept. */
    private Figures kept() {
        PostgresFigures store = installation.figures();
        Figures figures = store.of(installation.agreements()::terms, clock.instant());
        store.keep(figures, installation.host().zone());
        return figures;
    }

    /** A line in ML-DSA-44 is as long as a page: its beginning is shown, the file has it whole. */
    private static String shortened(String checkpoint) {
        return checkpoint.lines()
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
