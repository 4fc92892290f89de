package nullaosta.web.console;

import java.util.List;
import java.util.Optional;
import nullaosta.decision.Bench;
import nullaosta.decision.Signature;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.HeldOral;
import nullaosta.dossier.Phase;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.form.Question.Choice;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.web.page.Page;

/** Decisions by word of mouth in one case, as a page shows them to one reader. */
public record OralView(Page page, People people, Dossier dossier) {

    /** Whose oral decisions the reader may enter now, of those whose authority the case waits for. */
    public List<Choice> heard() {
        List<String> waiting = dossier.bench(page.host()).map(Bench::waitingFor).orElse(List.of());
        return page.host().oralDecisionLife().isEmpty() || dossier.phase() != Phase.FOR_DECISION
                ? List.of()
                : page.viewer().delegations().stream().filter(it -> it.window().holds(page.now()))
                        .flatMap(it -> people.find(it.officer()).stream())
                        .filter(officer -> waiting.stream()
                                .anyMatch(authority -> officer.mandate(authority, page.now()).isPresent()))
                        .map(officer -> new Choice(officer.id(), officer.name() + ", " + officer.post())).distinct()
                        .toList();
    }

    /** What was entered in the reader's name and waits for their word. */
    public Optional<HeldOral> toConfirm() {
        return dossier.orals().stream()
                .filter(held -> held.signature().officer().equals(page.viewer().id()) && held.confirmed().isEmpty())
                .findFirst();
    }

    /** How a signature that came by word of mouth stands. */
    public Optional<HeldOral> of(Signature signature) {
        return dossier.orals().stream().filter(held -> held.signature().equals(signature)).findFirst();
    }

    /** Those that no officer has confirmed; each rests on somebody's ear. */
    public List<HeldOral> unconfirmed() {
        return dossier.orals().stream().filter(held -> held.confirmed().isEmpty()).toList();
    }

    /** Whether the last that was decided by word of mouth has lapsed, and nothing was decided since. */
    public Optional<String> lapsed() {
        Optional<String> why = Optional.empty();
        for (Written written : dossier.history()) {
            why = switch (written.entry()) {
                case Entry.OralDecisionLapsed lapsed -> Optional.of("The oral decision of "
                        + people.find(lapsed.officer()).map(Person::name).orElse(lapsed.officer())
                        + (lapsed.denied() ? " was denied: " : " was ") + lapsed.reason());
                case Entry.DecisionPrepared prepared -> Optional.empty();
                case Entry.Decided decided -> Optional.empty();
                case Entry.OralDecisionConfirmed confirmed -> Optional.empty();
                default -> why;
            };
        }
        return why;
    }
}
