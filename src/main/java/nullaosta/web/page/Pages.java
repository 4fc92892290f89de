package nullaosta.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nullaosta.party.Host;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** Renders templates, each with the page it is on. */
public final class Pages {

    private final TemplateEngine engine;
    private final Host host;
    private final boolean exercise;
    private final boolean demonstration;
    private final Optional<URI> publicUrl;
    private final InstantSource clock;

    /** @param publicUrl where a site is reached; empty where it is where it was asked */
    public Pages(Host host, boolean exercise, boolean demonstration, Optional<URI> publicUrl,
            InstantSource clock) {
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "nullaosta.web.page.generated");
        this.host = host;
        this.exercise = exercise;
        this.demonstration = demonstration;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The instant of a request, taken once at the door. */
    public Instant now() {
        return clock.instant();
    }

    public Page page(HttpServletRequest request, Viewer viewer) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Page.Csrf csrf = token == null
                ? new Page.Csrf("_csrf", "")
                : new Page.Csrf(token.getParameterName(), token.getToken());
        return new Page(viewer.person(), host, exercise, demonstration, now(), csrf, request.getRequestURI(),
                publicUrl.map(URI::toString).orElseGet(() -> origin(request)),
                new Words(host.zone()));
    }

    private static String origin(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    public ResponseEntity<String> show(String template, Page page, Map<String, Object> model) {
        return show(HttpStatus.OK, template, page, model);
    }

    public ResponseEntity<String> show(HttpStatus status, String template, Page page, Map<String, Object> model) {
        return ResponseEntity.status(status).contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Cache-Control", "no-store").body(rendered(template, page, model));
    }

    private String rendered(String template, Page page, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("page", page);
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", all, output);
        return output.toString();
    }

    /** A template that is well-formed XML, as a file to keep. */
    public ResponseEntity<byte[]> paper(String template, Page page, Map<String, Object> model, String file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + file + ".pdf\"")
                .body(Paper.pdf(rendered(template, page, model)));
    }

    /** To who may not see a case it is as unknown as one that does not exist. */
    public ResponseEntity<String> unknownCase(Page page, String number) {
        return say(HttpStatus.NOT_FOUND, page, "No such case",
                "There is no case `" + number + "` that concerns you; look for it in your list.");
    }

    /** A page that says one thing: what was found, and what to try. */
    public ResponseEntity<String> say(HttpStatus status, Page page, String title, String words) {
        return show(status, "message", page, Map.of("title", title, "words", words));
    }
}
