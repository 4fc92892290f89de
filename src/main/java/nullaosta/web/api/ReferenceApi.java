package nullaosta.web.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Spelling;
import nullaosta.oversight.figures.Allegations;
import nullaosta.oversight.figures.Figures;
import nullaosta.oversight.figures.Restatement;
import nullaosta.store.Installation;
import nullaosta.store.PostgresFigures;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may read: the agreements, the counts, and the description of this interface. */
@RestController
@RequestMapping("/api/v1")
public final class ReferenceApi {

    private final Installation installation;
    private final InstantSource clock;

    public ReferenceApi(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/openapi.json")
    Map<String, Object> description() {
        return OpenApi.description(installation.dossiers().chancery().missions());
    }

    @GetMapping("/agreements")
    List<Map<String, Object>> agreements() {
        return installation.agreements().all().stream().map(ReferenceApi::json).toList();
    }

    @GetMapping("/agreements/{id}")
    ResponseEntity<?> agreement(@PathVariable("id") String id) {
        return installation.agreements().agreement(id)
                .<ResponseEntity<?>>map(agreement -> ResponseEntity.ok(json(agreement)))
                .orElseGet(() -> unknown(id).response());
    }

    private Problem unknown(String id) {
        List<String> known = installation.agreements().all().stream().map(Agreement::id).toList();
        return new Problem(HttpStatus.NOT_FOUND, "UNKNOWN_AGREEMENT", "no agreement `" + id + "`",
                Map.of("found", id, "expected", "one of " + String.join(", ", known), "help",
                        Spelling.help(id, known)));
    }

    @GetMapping("/oversight")
    Map<String, Object> oversight() {
        PostgresFigures store = installation.figures();
        Figures figures = store.of(installation.agreements()::terms, clock.instant());
        store.keep(figures, installation.host().zone());
        Map<String, Object> map = figures.asMap();
        Allegations allegations = store.allegations();
        map.put("allegations", Map.of("alleged", allegations.alleged(), "answered", allegations.answered(), "open",
                allegations.open()));
        map.put("restatements", store.restatements(figures, installation.host().zone()).stream()
                .map(Restatement::asMap).toList());
        return map;
    }

    private static Map<String, Object> json(Agreement agreement) {
        return Map.of("id", agreement.id(), "versions", agreement.versions().stream()
                .map(terms -> json(agreement, terms)).toList());
    }

    private static Map<String, Object> json(Agreement agreement, Terms terms) {
        return Map.of("version", terms.version().toString(), "title", terms.title(), "inForce",
                agreement.standing(terms), "hash", terms.hash(), "clauses",
                terms.clauses().stream().map(ReferenceApi::json).toList());
    }

    private static Map<String, Object> json(Clause clause) {
        return Map.of("id", clause.id(), "kind", clause.kind().name(), "text", clause.text(), "basis",
                clause.basis().name(), "sources",
                clause.sources().stream().map(source -> source.cited() + " (" + source.locator() + ")").toList());
    }
}
