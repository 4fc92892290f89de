package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Agreements;
import nullaosta.oversight.sample.Review;
import nullaosta.oversight.sample.Sample;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.SealFault;
import nullaosta.store.Installation;
import nullaosta.web.form.Drawing;
import nullaosta.web.form.PageForm;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An auditor's sample: cases that nobody chose, each held against the terms again as it was decided; and the report. */
@Controller
public final class SamplePages {

    private static final String USUAL_SIZE = "10";

    private final Pages pages;
    private final Installation installation;

    public SamplePages(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    @GetMapping("/sample")
    ResponseEntity<String> sample(HttpServletRequest request, Viewer viewer, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        if (form.isEmpty()) {
            return show(HttpStatus.OK, page, Drawing.form().filled(Map.of("size", USUAL_SIZE)),
                    Optional.empty());
        }
        return switch (Drawing.of(form)) {
            case Drawing.Read(Sample sample) -> show(HttpStatus.OK, page, Drawing.form().filled(form),
                    Optional.of(drawn(page, sample)));
            case Drawing.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page,
                    Drawing.form().unread(form, faults), Optional.empty());
        };
    }

    @GetMapping("/sample.pdf")
    ResponseEntity<?> report(HttpServletRequest request, Viewer viewer, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        return switch (Drawing.of(form)) {
            case Drawing.Read(Sample sample) -> pages.paper("samplepdf", page, Map.of("view", drawn(page, sample)),
                    "sample-" + sample.from() + "-" + sample.until());
            case Drawing.Unreadable(var faults) -> show(HttpStatus.UNPROCESSABLE_CONTENT, page,
                    Drawing.form().unread(form, faults), Optional.empty());
        };
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, PageForm form, Optional<SampleView> drawn) {
        return pages.show(status, "sample", page, Map.of("form", form, "drawn", drawn));
    }

    private SampleView drawn(Page page, Sample sample) {
        List<String> numbers = installation.lists().received(sample.begins(page.host().zone()),
                sample.ends(page.host().zone()));
        Agreements agreements = installation.agreements();
        List<SampleView.Line> lines = sample.draw(numbers).stream()
                .map(number -> installation.dossiers()
                        .find(number).<SampleView.Line>map(
                                dossier -> new SampleView.Reviewed(number, Review.of(dossier, agreements::terms)))
                        .orElseGet(() -> new SampleView.Erased(number,
                                installation.dossiers().missing(page.viewer(), number)
                                        .found())))
                .toList();
        return new SampleView(page, installation.people(), sample, numbers.size(), checkpoint(), lines);
    }

    /** The head of the register at the time, so that the report says of which register the cases were drawn. */
    private Optional<Checkpoint> checkpoint() {
        Optional<byte[]> note = installation.log().checkpoint();
        try {
            return note.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Checkpoint.open(note.get(), installation.published().registerVerifier()));
        } catch (SealFault e) {
            throw new IllegalStateException("the register's own checkpoint is not signed by its key", e);
        }
    }
}
