package nullaosta.audit;

import static nullaosta.audit.CaseFold.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nullaosta.clearance.token.Claims;
import nullaosta.disclosure.DecisionCheck;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.disclosure.PackageCheck;
import nullaosta.seal.IssuerPublicKey;
import org.jspecify.annotations.Nullable;

/** One case: its chain, its findings, its signatures, four eyes, and whether the list says the same. */
final class CaseAudit {

    private final Listed listed;
    private final List<Finding> findings = new ArrayList<>();
    /** Who used whose mandate on what is prepared now, by its holder. */
    private final Map<String, String> mandates = new TreeMap<>();

    private CaseAudit(Listed listed) {
        this.listed = listed;
    }

    static List<Finding> of(Listed listed, DisclosurePackage disclosure, PackageCheck.Sound sound, String origin,
            Optional<IssuerPublicKey> appointing) {
        CaseAudit audit = new CaseAudit(listed);
        if (sound.entries().getLast().kind().equals(PackageCheck.ERASURE)) {
            audit.erased(sound.entries());
            return audit.findings;
        }
        audit.list(CaseFold.of(sound.entries()), sound.entries().size());
        sound.entries().stream().filter(entry -> entry.kind().equals("Assessed") && !CaseFold.digestHolds(entry))
                .forEach(entry -> audit.contradiction("the findings of entry " + entry.envelope().number()
                        + " are not those that its digest was taken of"));
        audit.decisions(DecisionCheck.of(sound, disclosure, origin, appointing));
        audit.shown(sound.entries());
        audit.order(sound.entries());
        audit.forgotten(sound.entries());
        new OralAudit(audit::contradiction).of(sound.entries());
        new AmendmentAudit(audit::contradiction).of(sound.entries());
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

    /** What it said cannot be held against anything any more; that two offices had it erased can. */
    private void erased(List<PackageCheck.Entry> entries) {
        differs("entries", String.valueOf(listed.entries()), String.valueOf(entries.size()));
        PackageCheck.Entry last = entries.getLast();
        shown(List.of(last));
        unlawful(entries);
        if (text(last, "/by").equals(text(last, "/entry/proposedBy"))) {
            contradiction("was erased by who proposed it");
        }
        findings.add(new Finding(Finding.Weight.UNPROVEN, listed.number(), "was erased on "
                + last.envelope().at().toString().substring(0, 10) + " on the ground of " + text(last, "/entry/ground")
                + ": what it said can be held against nothing any more"));
    }

    /** Somebody is forgotten by two offices, and never while oversight holds the case. */
    private void forgotten(List<PackageCheck.Entry> entries) {
        boolean held = false;
        for (PackageCheck.Entry entry : entries) {
            held = entry.kind().equals("HoldPlaced") || held && !entry.kind().equals("HoldLifted");
            if (entry.kind().equals(PackageCheck.FORGETTING)) {
                int number = entry.envelope().number();
                if (text(entry, "/by").equals(text(entry, "/entry/struckOutBy"))) {
                    contradiction("entry " + number + " forgets a protected party by who struck it out");
                }
                if (held) {
                    contradiction("entry " + number + " forgets a protected party while oversight holds the case");
                }
                findings.add(new Finding(Finding.Weight.UNPROVEN, listed.number(), "what entry "
                        + text(entry, "/entry/entry") + " said of a protected party was forgotten on the ground of "
                        + text(entry, "/entry/ground")));
            }
        }
    }

    /** Kinds and order of what was erased stand in the register all the same. */
    private void unlawful(List<PackageCheck.Entry> entries) {
        List<String> kinds = entries.stream().map(entry -> entry.envelope().kind()).toList();
        if (kinds.lastIndexOf("HoldPlaced") > kinds.lastIndexOf("HoldLifted")) {
            contradiction("was erased while oversight held it");
        }
        if (Collections.frequency(kinds, "HarmAlleged") > Collections.frequency(kinds, "AllegationAnswered")) {
            contradiction("was erased while an allegation of harm was not answered");
        }
        if (kinds.contains("TakenOff") && !kinds.contains("Landed")) {
            contradiction("was erased while its flight was in the air");
        }
        if (!kinds.subList(kinds.lastIndexOf("HoldPlaced") + 1, kinds.size()).contains(PackageCheck.STEP)) {
            contradiction("was erased, and no step before that could be its proposal");
        }
    }

    private void decisions(List<DecisionCheck> checks) {
        for (DecisionCheck check : checks) {
            String words = "entry " + check.entry() + ": " + check.words();
            switch (check.hand()) {
                case FALSE -> contradiction(words);
                case NOT_APPOINTED, ON_RECORD, CLOSED, ORAL -> findings
                        .add(new Finding(Finding.Weight.UNPROVEN, listed.number(), words));
                case OWN, CONFIRMED -> {
                }
            }
        }
    }

    /** An auditor is shown every field but where protected people are; what else is closed is kept back. */
    private void shown(List<PackageCheck.Entry> entries) {
        for (PackageCheck.Entry entry : entries) {
            boolean party = entry.kind().equals("ProtectedPartyEntered");
            if (!entry.erased() && (!entry.whole() && !party || !entry.opened().containsKey("/by")
                    || !entry.opened().containsKey("/at")
                    || !entry.opened().containsKey(PackageCheck.KIND))) {
                contradiction("entry " + entry.envelope().number() + " keeps fields back from its auditor");
            }
        }
    }

    /** Nothing is cleared before it is decided, and nobody decides what they filed or prepared, nor twice. */
    private void order(List<PackageCheck.Entry> entries) {
        mandates.clear();
        Set<String> tookPart = new HashSet<>();
        Map<String, String> signed = new TreeMap<>();
        String digest = "";
        boolean approved = false;
        boolean flown = false;
        for (PackageCheck.Entry entry : entries) {
            int number = entry.envelope().number();
            switch (entry.kind()) {
                case "MissionFiled" -> tookPart.add(text(entry, "/by"));
                case "MissionAmended" -> {
                    tookPart.add(text(entry, "/by"));
                    if (text(entry, "/entry/amendment").equals("MATERIAL")) {
                        approved = false;
                        signed.clear();
                        mandates.clear();
                    }
                }
                case "Assessed" -> {
                    if (!text(entry, "/entry/digest").equals(digest)) {
                        signed.clear();
                        mandates.clear();
                    }
                    digest = text(entry, "/entry/digest");
                }
                case "DecisionPrepared" -> {
                    tookPart.add(text(entry, "/by"));
                    signed.clear();
                    mandates.clear();
                }
                case "DecisionSigned" -> sign(entry, tookPart, signed);
                case "OralDecisionEntered" -> hear(entry, tookPart, signed);
                case "OralDecisionLapsed" -> {
                    if (!flown) {
                        signed.remove(text(entry, "/entry/officer"));
                        mandates.values().remove(text(entry, "/entry/officer"));
                        approved = false;
                    }
                }
                case "TakenOff" -> flown = true;
                case "Decided" -> {
                    String verdict = text(entry, "/entry/verdict");
                    approved = verdict.equals("APPROVE");
                    boolean follows = approved
                            ? !signed.isEmpty() && signed.values().stream().allMatch("APPROVE"::equals)
                            : signed.containsValue("REFUSE");
                    if (!follows) {
                        contradiction("entry " + number + " decides " + verdict
                                + ", which no officer's signatures before it come to");
                    }
                }
                case "ClearedInBlock" -> approved = true;
                case "ClearanceIssued" -> {
                    if (!approved) {
                        contradiction("entry " + number + " clears what nobody had approved");
                    }
                    approved = false;
                }
                default -> {
                }
            }
        }
    }

    private void sign(PackageCheck.Entry entry, Set<String> tookPart, Map<String, String> signed) {
        String officer = text(entry, "/entry/signature/officer");
        count(entry, officer, tookPart, signed);
        if (!officer.equals(text(entry, "/by"))) {
            contradiction("entry " + entry.envelope().number() + ": signed in the name of " + officer + ", entered by "
                    + text(entry, "/by"));
        }
    }

    private void hear(PackageCheck.Entry entry, Set<String> tookPart, Map<String, String> signed) {
        count(entry, text(entry, "/entry/signature/officer"), tookPart, signed);
        if (tookPart.contains(text(entry, "/by"))) {
            contradiction("entry " + entry.envelope().number() + ": " + text(entry, "/by")
                    + " enters another's decision on what they filed or prepared");
        }
    }

    private void count(PackageCheck.Entry entry, String officer, Set<String> tookPart, Map<String, String> signed) {
        if (tookPart.contains(officer)) {
            contradiction(
                    "entry " + entry.envelope().number() + ": " + officer + " decides what they filed or prepared");
        }
        if (signed.put(officer, text(entry, "/entry/signature/verdict")) != null) {
            contradiction("entry " + entry.envelope().number() + ": " + officer + " signs a second time");
        }
        String holder = entry.opened().get("/entry/signature/inPlaceOf") instanceof Map<?, ?> away
                ? String.valueOf(away.get("officer"))
                : officer;
        if (!Objects.toString(mandates.put(holder, officer), officer).equals(officer)) {
            contradiction("entry " + entry.envelope().number() + ": the mandate of " + holder
                    + " is used a second time");
        }
    }

    /** The first thing in which a clearance's document differs from the case at its entry; empty where nothing does. */
    static Optional<String> permits(PackageCheck.Sound sound, int issued, Claims claims) {
        Map<?, ?> aircraft = Map.of();
        List<String> others = List.of();
        for (PackageCheck.Entry entry : sound.entries()) {
            if (entry.envelope().number() == issued
                    && !claims.number().equals(text(entry, "/entry/clearance/number"))) {
                return Optional.of("number");
            }
            if (entry.envelope().number() < issued
                    && entry.opened().get("/entry/mission/aircraft") instanceof Map<?, ?> map) {
                aircraft = map;
                others = Stream.of("formation", "spares")
                        .flatMap(field -> tails(entry.opened().get("/entry/mission/" + field))).toList();
            }
        }
        if (!claims.permitted().tail().equals(aircraft.get("tail"))) {
            return Optional.of("tail");
        }
        if (!Stream.concat(claims.permitted().formation().stream(), claims.permitted().spares().stream())
                .map(Claims.Airframe::tail).toList().equals(others)) {
            return Optional.of("formation or spare");
        }
        return claims.permitted().callSign().equals(aircraft.get("callSign"))
                ? Optional.empty()
                : Optional.of("call sign");
    }

    private static Stream<String> tails(@Nullable Object list) {
        return list instanceof List<?> all
                ? all.stream().filter(Map.class::isInstance).map(one -> String.valueOf(((Map<?, ?>) one).get("tail")))
                : Stream.empty();
    }

    /** Tokens of the clearances that the case shows, by entry. */
    static Map<Integer, String> tokens(PackageCheck.Sound sound) {
        Map<Integer, String> tokens = new TreeMap<>();
        sound.entries().stream().filter(entry -> entry.kind().equals("ClearanceIssued") && !entry.erased())
                .forEach(entry -> tokens.put(entry.envelope().number(), text(entry, "/entry/token")));
        return tokens;
    }
}
