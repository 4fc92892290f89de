package nullaosta.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import nullaosta.store.Installation;
import nullaosta.web.signin.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register as C2SP tlog-tiles has it; anybody may read it, behind the host's delay where it has one. */
@Controller
public final class RegisterTiles {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final String ROOT = "/register/";
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Installation installation;
    private final InstantSource clock;

    public RegisterTiles(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/register/checkpoint")
    ResponseEntity<byte[]> checkpoint(Viewer viewer) {
        return (installation.face().live(viewer.person())
                ? installation.log().checkpoint()
                : installation.face().checkpoint(clock.instant()))
                .map(note -> ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noStore()).body(note))
                .orElseGet(() -> absent("no checkpoint is published yet"));
    }

    @GetMapping("/register/key")
    ResponseEntity<byte[]> key() {
        return text(installation.published().registerVerifier().vkey() + "\n");
    }

    /** The key of the checkpoint's line in ML-DSA-44. */
    @GetMapping("/register/key-ml-dsa-44")
    ResponseEntity<byte[]> cosigner() {
        return text(installation.cosigner().vkey() + "\n");
    }

    /** Whose signatures a checkpoint must carry (C2SP tlog-policy). */
    @GetMapping("/register/policy")
    ResponseEntity<byte[]> policy() {
        return text(installation.published().policy().text());
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A tile never changes, so whoever has one may keep it. */
    @GetMapping("/register/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request, Viewer viewer) {
        String path = request.getRequestURI().substring(ROOT.length());
        Optional<byte[]> bytes = installation.face().live(viewer.person())
                ? installation.log().read(path)
                : installation.face().read(path, clock.instant());
        return bytes.map(found -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(kept()).varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE).body(found))
                .orElseGet(() -> absent("the published register has no such tile"));
    }

    /** What one reader may have before another is kept by no cache that both share. */
    private CacheControl kept() {
        CacheControl year = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        return installation.face().lags() ? year.cachePrivate() : year.cachePublic();
    }

    /** That an entry stands in the register, as a file that needs no network (C2SP tlog-proof). */
    @GetMapping("/register/proof/{index}")
    ResponseEntity<byte[]> proof(Viewer viewer, @PathVariable("index") String index) {
        boolean live = installation.face().live(viewer.person());
        long size = live ? installation.log().publishedSize().orElse(0L) : installation.face().size(clock.instant());
        return Optional.of(index).filter(text -> INDEX.matcher(text).matches()).map(Long::valueOf)
                .flatMap(at -> live
                        ? installation.published().proof(at)
                        : installation.face().checkpoint(clock.instant())
                                .flatMap(note -> installation.published().proof(at, note)))
                .map(proof -> ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + index + ".tlog-proof\"")
                        .body(proof.bytes()))
                .orElseGet(() -> absent("no such entry in the published register, which counts "
                        + size + " of them from 0"));
    }

    private static ResponseEntity<byte[]> absent(String words) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(TEXT)
                .body((words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
