package nullaosta.web;

import java.time.InstantSource;
import nullaosta.clearance.token.Pack;
import nullaosta.store.Installation;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a base takes along: whom to believe, and how clearances stand now. */
@Controller
public final class TrustFile {

    private final Installation installation;
    private final InstantSource clock;

    public TrustFile(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/trust.json")
    ResponseEntity<byte[]> trust() {
        return json(installation.published().trust(clock.instant()).bytes());
    }

    @GetMapping("/pack.json")
    ResponseEntity<byte[]> pack() {
        return installation.published().pack(clock.instant()).map(Pack::bytes).map(TrustFile::json)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    private static ResponseEntity<byte[]> json(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
