package nullaosta.web.api;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.ErasedCase;
import nullaosta.dossier.Row;
import nullaosta.oversight.Reader;
import nullaosta.party.Role;
import nullaosta.store.Disclosures;
import nullaosta.store.Installation;
import nullaosta.store.PostgresDevices;
import nullaosta.web.form.Counter;
import nullaosta.web.signin.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case as a package that its reader verifies without this server. */
@RestController
@RequestMapping("/api/v1")
public final class DisclosureApi {

    /** Who may have a package for which reader made. */
    public static final Map<Reader, Set<Role>> MAKERS = Map.of(Reader.AUDITOR, Set.of(Role.OVERSIGHT), Reader.STATE,
            Set.of(Role.REQUESTER, Role.DESK, Role.OVERSIGHT), Reader.PUBLIC,
            Set.of(Role.DESK, Role.AUTHORITY, Role.OVERSIGHT));

    private static final int AT_ONCE = 1_000;

    private final Installation installation;
    private final Counter counter;
    private final InstantSource clock;

    public DisclosureApi(Installation installation, Counter counter, InstantSource clock) {
        this.installation = installation;
        this.counter = counter;
        this.clock = clock;
    }

    /** Every case there is, as the lists have it, for an auditor to hold against its entries. */
    @GetMapping("/audit/cases")
    List<Map<String, Object>> all() {
        return installation.lists().every().stream().map(DisclosureApi::line).toList();
    }

    /** Every device that a base enrolled, with the documents whose digests the register holds. */
    @GetMapping("/audit/devices")
    List<Map<String, Object>> devices() {
        return installation.gate().devices().enrolled().stream().map(PostgresDevices.Listed::device)
                .map(device -> Map.<String, Object>of("device", device.id(), "key", device.key().spki(), "base",
                        device.base(), "name", device.name(), "acts",
                        installation.gate().devices().documents(device.id())))
                .toList();
    }

    /** What a device signed, in its order, some at a time; the text of what no case holds. */
    @GetMapping("/audit/devices/{device}")
    List<Map<String, Object>> checks(@PathVariable("device") String device,
            @RequestParam(name = "after", defaultValue = "0") long after) {
        return installation.gate().kept(device, after, AT_ONCE).stream().map(kept -> {
            Map<String, Object> json = new LinkedHashMap<>(Map.of("number", kept.number(), "digest", kept.digest(),
                    "signature", kept.signature()));
            kept.text().ifPresent(text -> json.put("record", text));
            return json;
        }).toList();
    }

    private static Map<String, Object> line(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", row.number());
        json.put("entries", row.version());
        json.put("outcome", row.outcome());
        row.clearance().ifPresent(clearance -> json.put("clearance", clearance));
        row.life().ifPresent(life -> json.put("life", life.name()));
        return json;
    }

    @GetMapping("/cases/{number}/disclosure")
    ResponseEntity<?> disclosure(Viewer viewer, @PathVariable("number") String number,
            @RequestParam("to") String to) {
        Optional<DossierId> found = counter.find(viewer.person(), number).map(Dossier::id)
                .or(() -> installation.dossiers().erased(viewer.person(), number).map(ErasedCase::id));
        if (found.isEmpty()) {
            return Problem.of(Dossiers.unknown(number)).response();
        }
        Optional<Reader> reader = Reader.of(to);
        if (reader.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "UNKNOWN_READER", "no reader `" + to + "`",
                    "one of " + String.join(", ", Arrays.stream(Reader.values()).map(Reader::word).toList()),
                    "say whom it is for");
        }
        if (!MAKERS.getOrDefault(reader.get(), Set.of()).contains(viewer.person().role())) {
            return problem(HttpStatus.FORBIDDEN, "NOT_FOR_YOUR_ROLE",
                    viewer.person().role().title() + " asks for what the reader `" + to + "` sees",
                    "somebody who may hand that out", "ask for another reader");
        }
        return switch (installation.disclosures().of(found.get(), number, reader.get(), clock.instant())) {
            case Disclosures.Made.Package(var disclosure) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                    .header("Content-Disposition",
                            "attachment; filename=\"" + number + "-" + to + ".disclosure.json\"")
                    .body(disclosure.bytes());
            case Disclosures.Made.NotYet() -> problem(HttpStatus.CONFLICT, "NOT_PUBLISHED_YET",
                    "an entry of the case that is not published yet", "a register that has them all",
                    "ask again in a moment");
            case Disclosures.Made.TooOld() -> problem(HttpStatus.CONFLICT, "ENTRIES_TOO_OLD",
                    "entries that were made before fields could be shown one by one", "a case of this release",
                    "show the auditor the case itself");
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String found, String expected,
            String help) {
        return new Problem(status, code, found + "; expected " + expected,
                Map.of("found", found, "expected", expected, "help", help)).response();
    }
}
