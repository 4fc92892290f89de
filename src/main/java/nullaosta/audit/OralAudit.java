package nullaosta.audit;

import static nullaosta.audit.CaseFold.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nullaosta.disclosure.PackageCheck;

/**
 * Decisions by word of mouth in one case: entered by another than who decided, each by another hand, answered by the officer
 * alone, and ended by the clock before anything else was done on them.
 */
final class OralAudit {

    private final Consumer<String> contradiction;
    /** When each that waits for its officer lapses, by the officer. */
    private final Map<String, Instant> open = new TreeMap<>();
    /** Who signed on what is prepared now, and who entered what another decided. */
    private final Set<String> signed = new HashSet<>();
    private final Set<String> entered = new HashSet<>();

    OralAudit(Consumer<String> contradiction) {
        this.contradiction = contradiction;
    }

    void of(List<PackageCheck.Entry> entries) {
        for (PackageCheck.Entry entry : entries) {
            String officer = text(entry, "/entry/signature/officer");
            inTime(entry);
            switch (entry.kind()) {
                case "DecisionPrepared" -> anew();
                case "MissionAmended" -> {
                    if (text(entry, "/entry/amendment").equals("MATERIAL")) {
                        anew();
                    }
                }
                case "ClearanceRevoked", "MissionWithdrawn" -> open.clear();
                case "DecisionSigned" -> {
                    signed.add(officer);
                    twice(entry, officer, entered.contains(officer));
                }
                case "OralDecisionEntered" -> entered(entry, officer);
                case "OralDecisionConfirmed" -> {
                    open.remove(officer);
                    if (!officer.equals(text(entry, "/by"))) {
                        tell(entry, "confirmed in the name of " + officer + ", entered by " + text(entry, "/by"));
                    }
                }
                case "OralDecisionLapsed" -> open.remove(text(entry, "/entry/officer"));
                default -> {
                }
            }
        }
    }

    private void anew() {
        open.clear();
        signed.clear();
        entered.clear();
    }

    private void twice(PackageCheck.Entry entry, String person, boolean twice) {
        if (twice) {
            tell(entry, person + " gives a second hand to one decision");
        }
    }

    private void entered(PackageCheck.Entry entry, String officer) {
        String by = text(entry, "/by");
        if (by.equals(officer)) {
            tell(entry, officer + " enters their own decision as given by word of mouth");
        }
        twice(entry, by, !entered.add(by) || signed.contains(by));
        if (!(entry.opened().get("/entry/signature/oral") instanceof Map<?, ?> oral)
                || !by.equals(oral.get("enteredBy"))) {
            tell(entry, "given by word of mouth, and not said to be entered by " + by);
            return;
        }
        try {
            open.put(officer, Instant.parse(String.valueOf(oral.get("lapsesAt"))));
        } catch (DateTimeException e) {
            tell(entry, "given by word of mouth without a time at which it lapses");
        }
    }

    private void inTime(PackageCheck.Entry entry) {
        if (entry.kind().equals("OralDecisionLapsed")) {
            return;
        }
        Instant at = entry.envelope().at();
        open.forEach((officer, lapses) -> {
            if (at.isAfter(lapses)) {
                tell(entry, "done on an oral decision of " + officer + " that had lapsed at " + lapses);
            }
        });
    }

    private void tell(PackageCheck.Entry entry, String words) {
        contradiction.accept("entry " + entry.envelope().number() + ": " + words);
    }
}
