package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.partner.MirrorState;
import nullaosta.clearance.partner.Partner;
import nullaosta.clearance.partner.Partners;
import nullaosta.clearance.partner.Told;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.store.Installation;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Other hosts whose clearances are verified here: how fresh what is known of each is, and what its mirror says. */
@Controller
public final class PartnerPage {

    private final Pages pages;
    private final Installation installation;

    public PartnerPage(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    /** A partner in a line; marks are classes of tags. */
    public record Line(String state, String register, String packMark, String pack, String packDetail,
            String mirrorMark,
            String mirror, String mirrorDetail) {}

    @GetMapping("/partners")
    ResponseEntity<String> partners(HttpServletRequest request, Viewer viewer) {
        Page page = pages.page(request, viewer);
        List<Line> lines = installation.partners().all().stream().map(partner -> line(partner, page)).toList();
        return pages.show("partners", page, Map.of("lines", lines));
    }

    private Line line(Partner partner, Page page) {
        Partners partners = installation.partners();
        Optional<Instant> told = partners.gate(partner.state()).flatMap(Gate::toldAt);
        Optional<Duration> age = told.map(at -> Duration.between(at, page.now()));
        boolean fresh = age.filter(it -> it.compareTo(partner.trust().green()) <= 0).isPresent();
        boolean looked = age.filter(it -> it.compareTo(partner.trust().amber()) <= 0).isPresent();
        String tried = partners.tried(partner.state()).map(last -> "; last looked " + page.words().clock(last.at())
                + (last.told() instanceof Told.NotTaken(String words) ? ": " + words : "")).orElse("");
        String from = told.map(at -> "as of " + page.words().time(at)).orElse("none yet") + tried;
        return mirrored(partner, page, new Line(partner.state().inWords(), partner.trust().register().name(),
                fresh ? "clear" : looked ? "missing" : "way",
                age.map(it -> (fresh ? "fresh, " : looked ? "old, " : "too old, ") + TokenCheck.inWords(it))
                        .orElse("no pack"),
                from, "none", "not mirrored here", ""));
    }

    private static Line mirrored(Partner partner, Page page, Line line) {
        return partner.mirror().map(folder -> switch (MirrorState.of(folder, partner.trust().register())) {
            case MirrorState.Kept(long entries, Instant grewAt) -> with(line, "clear", "one history",
                    entries + " entries; grew last " + page.words().time(grewAt));
            case MirrorState.CriedOut(var evidence) -> with(line, "way", "its history changed",
                    "both checkpoints are in " + evidence);
            case MirrorState.Unread(String words) -> with(line, "missing", "not known", words);
        }).orElse(line);
    }

    private static Line with(Line line, String mark, String mirror, String detail) {
        return new Line(line.state(), line.register(), line.packMark(), line.pack(), line.packDetail(), mark, mirror,
                detail);
    }
}
