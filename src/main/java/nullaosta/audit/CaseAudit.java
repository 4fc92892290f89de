package nullaosta.audit;

import static nullaosta.audit.CaseFold.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nullaosta.disclosure.DecisionCheck;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.disclosure.PackageCheck;
import nullaosta.seal.IssuerPublicKey;

/** One case: its chain, its findings, its signatures, four eyes, and whether the list says the same. */
final class CaseAudit {

    private final Listed listed;
    private final List<Finding> findings = new ArrayList<>();

    private CaseAudit(Listed listed) {
        this.listed = listed;
    }

    static List<Finding> of(Listed listed, DisclosurePackage disclosure, PackageCheck.Sound sound, String origin,
            Optional<IssuerPublicKey> appointing) {
        CaseAudit audit = new CaseAudit(listed);
        audit.list(CaseFold.of(sound.entries()), sound.entries().size());
        sound.entries().stream().filter(entry -> entry.kind().equals("Assessed") && !CaseFold.digestHolds(entry))
                .forEach(entry -> audit.contradiction("the findings of entry " + entry.envelope().number()
                        + " are not those that its digest was taken of"));
        audit.decisions(DecisionCheck.of(sound, disclosure, origin, appointing));
        audit.order(sound.entries());
        return audit.findings;
    }

    private void contradiction(String words) {
        findings.add(new Finding(Finding.Weight.CONTRADICTION, listed.number(), words));
    }

    private void list(CaseFold fold, int entries) {
        differs("entries", String.valueOf(listed.entries()), String.valueOf(entries));
        differs("the outcome", listed.outcome(), fold.outcome());
        differs("the clearance", listed.clearance().orElse("none"), fold.clearance().orElse("none"));
        differs("the clearance's standing", listed.life().orElse("none"), fold.life().orElse("none"));
    }

    private void differs(String what, String said, String found) {
        if (!said.equals(found)) {
            contradiction("the server lists as " + what + " `" + said + "`; its entries come to `" + found + "`");
        }
    }

    private void decisions(List<DecisionCheck> checks) {
        for (DecisionCheck check : checks) {
            String words = "entry " + check.entry() + ": " + check.words();
            switch (check.hand()) {
                case FALSE -> contradiction(words);
                case NOT_APPOINTED, ON_RECORD, CLOSED -> findings
                        .add(new Finding(Finding.Weight.UNPROVEN, listed.number(), words));
                case OWN -> {
                }
            }
        }
    }

    /** Nothing is cleared before it is decided, and nobody decides what they filed or prepared, nor twice. */
    private void order(List<PackageCheck.Entry> entries) {
        Set<String> tookPart = new HashSet<>();
        Set<String> signers = new HashSet<>();
        boolean approved = false;
        for (PackageCheck.Entry entry : entries) {
            switch (entry.kind()) {
                case "MissionFiled", "MissionAmended" -> {
                    tookPart.add(text(entry, "/by"));
                    approved = approved && entry.kind().equals("MissionAmended")
                            && text(entry, "/entry/amendment").equals("ADMINISTRATIVE");
                }
                case "DecisionPrepared" -> {
                    tookPart.add(text(entry, "/by"));
                    signers.clear();
                }
                case "DecisionSigned" -> sign(entry, tookPart, signers);
                case "Decided" -> {
                    approved = text(entry, "/entry/verdict").equals("APPROVE");
                    if (signers.isEmpty()) {
                        contradiction("entry " + entry.envelope().number() + " decides without an officer's signature");
                    }
                }
                case "ClearedInBlock" -> approved = true;
                case "ClearanceIssued" -> {
                    if (!approved) {
                        contradiction("entry " + entry.envelope().number() + " clears what nobody had approved");
                    }
                }
                default -> {
                }
            }
        }
    }

    private void sign(PackageCheck.Entry entry, Set<String> tookPart, Set<String> signers) {
        String officer = text(entry, "/entry/signature/officer");
        if (tookPart.contains(officer)) {
            contradiction(
                    "entry " + entry.envelope().number() + ": " + officer + " decides what they filed or prepared");
        }
        if (!signers.add(officer)) {
            contradiction("entry " + entry.envelope().number() + ": " + officer + " signs a second time");
        }
        if (!officer.equals(text(entry, "/by"))) {
            contradiction("entry " + entry.envelope().number() + ": signed in the name of " + officer + ", entered by "
                    + text(entry, "/by"));
        }
    }

    /** Tokens of the clearances that the case shows, by entry. */
    static Map<Integer, String> tokens(PackageCheck.Sound sound) {
        Map<Integer, String> tokens = new TreeMap<>();
        sound.entries().stream().filter(entry -> entry.kind().equals("ClearanceIssued"))
                .forEach(entry -> tokens.put(entry.envelope().number(), text(entry, "/entry/token")));
        return tokens;
    }
}
