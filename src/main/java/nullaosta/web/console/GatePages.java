package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nullaosta.store.Installation;
import nullaosta.store.PostgresDevices.Listed;
import nullaosta.store.PostgresGate;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.signin.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that works without a network, and the base's devices. */
@Controller
public final class GatePages {

    private final Pages pages;
    private final Installation installation;

    public GatePages(Pages pages, Installation installation) {
        this.pages = pages;
        this.installation = installation;
    }

    /** The same for everybody who may have it: the device keeps it, so it names nobody. */
    @GetMapping("/gate")
    ResponseEntity<String> gate(HttpServletRequest request, Viewer viewer) {
        return pages.show("gate", pages.page(request, viewer), Map.of());
    }

    /** Who is signed in on a device, and how the device stands; with the token that its requests carry. */
    @GetMapping("/gate/standing")
    ResponseEntity<Map<String, Object>> standing(HttpServletRequest request, Viewer viewer,
            @RequestParam("device") String device) {
        Page page = pages.page(request, viewer);
        PostgresGate gate = installation.gate();
        String standing = gate.devices().find(device).map(Listed::standing).map(Enum::name).orElse("UNKNOWN");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(Map.of("person", viewer.person().name(), "base", base(viewer), "device", standing, "last",
                        gate.chain(device).last(), "forgery",
                        Map.of("header", "X-CSRF-TOKEN", "token", page.csrf().value())));
    }

    @GetMapping("/base/devices")
    ResponseEntity<String> devices(HttpServletRequest request, Viewer viewer) {
        return devices(HttpStatus.OK, pages.page(request, viewer), viewer, "");
    }

    /** Whoever enrols a device has its number before them on two screens, and says so. */
    @PostMapping("/base/devices/enrol")
    ResponseEntity<String> enrol(HttpServletRequest request, Viewer viewer, @RequestParam("device") String device,
            @RequestParam(name = "same", defaultValue = "") String same) {
        Page page = pages.page(request, viewer);
        if (same.isEmpty()) {
            return devices(HttpStatus.UNPROCESSABLE_CONTENT, page, viewer,
                    "Not enrolled: compare the number on both screens, and say that it is the same.");
        }
        return installation.gate().devices().enrol(device, base(viewer), viewer.person().id(), page.now())
                ? StartPage.Redirect.to("/base/devices")
                : devices(HttpStatus.CONFLICT, page, viewer, "Not enrolled: no such device waits at this base.");
    }

    @PostMapping("/base/devices/end")
    ResponseEntity<String> end(HttpServletRequest request, Viewer viewer, @RequestParam("device") String device,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        Page page = pages.page(request, viewer);
        if (reason.isBlank()) {
            return devices(HttpStatus.UNPROCESSABLE_CONTENT, page, viewer, "Not ended: say why, such as `lost`.");
        }
        return installation.gate().devices().end(device, base(viewer), viewer.person().id(), reason.strip(),
                page.now())
                        ? StartPage.Redirect.to("/base/devices")
                        : devices(HttpStatus.CONFLICT, page, viewer, "Not ended: no such device stands at this base.");
    }

    private ResponseEntity<String> devices(HttpStatus status, Page page, Viewer viewer, String said) {
        PostgresGate gate = installation.gate();
        return pages.show(status, "devices", page,
                Map.of("devices", gate.devices().ofBase(base(viewer)), "gate", gate, "said", said));
    }

    private static String base(Viewer viewer) {
        return viewer.person().base().orElse("");
    }
}
