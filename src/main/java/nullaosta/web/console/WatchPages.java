package nullaosta.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nullaosta.store.Installation;
import nullaosta.web.console.StartPage.Redirect;
import nullaosta.web.duty.WatchDuty;
import nullaosta.web.form.Asked;
import nullaosta.web.form.Counter;
import nullaosta.web.page.Page;
import nullaosta.web.page.Pages;
import nullaosta.web.page.Unmet;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Every flight in the air against its clearance. */
@Controller
public final class WatchPages {

    private final Pages pages;
    private final Installation installation;
    private final Counter counter;
    private final WatchDuty duty;

    public WatchPages(Pages pages, Installation installation, Counter counter, WatchDuty duty) {
        this.pages = pages;
        this.installation = installation;
        this.counter = counter;
        this.duty = duty;
    }

    @GetMapping("/watch")
    ResponseEntity<String> watch(HttpServletRequest request, Viewer viewer) {
        return pages.show("watch", pages.page(request, viewer), Map.of("flights", duty.floor().flights()));
    }

    /** The column of flights alone, for the page to keep itself new. */
    @GetMapping("/watch/list")
    ResponseEntity<String> list(HttpServletRequest request, Viewer viewer) {
        return pages.show("floor", pages.page(request, viewer), Map.of("flights", duty.floor().flights()));
    }

    @GetMapping("/watch/map")
    @ResponseBody
    Map<String, Object> map() {
        return MapLayers.of(installation.host(), duty.floor().flights());
    }

    @PostMapping("/watch/{number}/acknowledgement")
    ResponseEntity<String> acknowledge(HttpServletRequest request, Viewer viewer,
            @PathVariable("number") String number, @RequestParam Map<String, String> form) {
        Page page = pages.page(request, viewer);
        return switch (counter.carryOut(viewer.person(), number, Asked.ACKNOWLEDGEMENT,
                Counter.json(Asked.ACKNOWLEDGEMENT, form))) {
            case Counter.Reply.Done done -> {
                duty.floor().refresh();
                yield Redirect.to("/watch");
            }
            case Counter.Reply.Unreadable(var faults) -> pages.say(
                    HttpStatus.UNPROCESSABLE_CONTENT, page, "Not done", Unmet.inWords(faults));
            case Counter.Reply.Refused(var refusal) -> pages.say(Unmet.status(refusal), page, "Not done",
                    refusal.inWords());
        };
    }
}
