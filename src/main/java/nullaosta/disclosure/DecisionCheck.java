package nullaosta.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.Roll;
import nullaosta.appointment.SignedText;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.JsonFault;
import org.jspecify.annotations.Nullable;

/**
 * By whose hand each decision of a verified case stands. It trusts the appointing authority's key and the register alone:
 * nothing that the server says of an officer counts.
 *
 * @param entry the number of the entry in its case
 */
public record DecisionCheck(int entry, Hand hand, String words) {

    /** From the worst to the best. */
    public enum Hand {
        /** The signature does not hold, or is over something else than what was entered. */
        FALSE,
        /** There is a signature that nobody appointed, or it cannot be told. */
        NOT_APPOINTED,
        /** Closed to this reader. */
        CLOSED,
        /** Given by word of mouth, and not confirmed by the officer: it rests on who entered it. */
        ORAL,
        /** On the server's record of who was signed in; nothing else stands behind it. */
        ON_RECORD,
        /** Under the officer's own key, appointed before by the authority. */
        OWN,
        /** Given by word of mouth and confirmed later: it stands by the hand of that entry. */
        CONFIRMED
    }

    private static final Set<String> SIGNED = Set.of("DecisionSigned", "OralDecisionConfirmed");
    private static final String BY_WORD_OF_MOUTH = "OralDecisionEntered";

    /**
     * @param origin of the register
     * @param authority the appointing authority's key; empty where the reader does not have it
     */
    public static List<DecisionCheck> of(PackageCheck.Sound sound, DisclosurePackage given, String origin,
            Optional<IssuerPublicKey> authority) {
        List<DecisionCheck> found = new ArrayList<>();
        List<PackageCheck.Entry> entries = sound.entries();
        for (int i = 0; i < entries.size(); i++) {
            PackageCheck.Entry entry = entries.get(i);
            if (SIGNED.contains(entry.kind())) {
                found.add(check(entry, entries.subList(0, i), given, origin, authority));
            } else if (entry.kind().equals(BY_WORD_OF_MOUTH)) {
                found.add(heard(entry, entries.subList(i + 1, entries.size())));
            }
        }
        return found;
    }

    /** What was confirmed stands by the hand of the confirmation, which is checked by itself. */
    private static DecisionCheck heard(PackageCheck.Entry entry, List<PackageCheck.Entry> after) {
        int number = entry.envelope().number();
        if (!(entry.opened().get("/entry/signature/oral") instanceof Map<?, ?> oral)
                || !entry.opened().containsKey("/entry/signature/officer")) {
            return new DecisionCheck(number, Hand.CLOSED, "who decided by word of mouth is closed to this reader");
        }
        String officer = text(entry, "officer");
        String words = text(entry, "name") + " (" + officer + ") for " + text(entry, "authority")
                + ": by word of mouth at " + oral.get("givenAt") + ", entered by " + oral.get("enteredBy") + " under "
                + oral.get("act");
        for (PackageCheck.Entry later : after) {
            boolean confirmed = later.kind().equals("OralDecisionConfirmed")
                    && officer.equals(later.opened().get("/entry/signature/officer"));
            if (confirmed) {
                return new DecisionCheck(number, Hand.CONFIRMED,
                        words + "; confirmed by entry " + later.envelope().number());
            }
            if (later.kind().equals(BY_WORD_OF_MOUTH)
                    && officer.equals(later.opened().get("/entry/signature/officer"))) {
                break;
            }
        }
        return new DecisionCheck(number, Hand.ORAL, words + "; not confirmed by the officer");
    }

    private static DecisionCheck check(PackageCheck.Entry entry, List<PackageCheck.Entry> before,
            DisclosurePackage given, String origin, Optional<IssuerPublicKey> authority) {
        int number = entry.envelope().number();
        if (!entry.opened().containsKey("/entry/signature/officer")
                || !entry.opened().containsKey("/entry/signature/own")) {
            return new DecisionCheck(number, Hand.CLOSED, "who signed is closed to this reader");
        }
        String officer = text(entry, "name") + " (" + text(entry, "officer") + ") for " + text(entry, "authority");
        if (!(entry.opened().get("/entry/signature/own") instanceof Map<?, ?> own
                && own.get("text") instanceof String text && own.get("assertion") instanceof String assertion)) {
            return new DecisionCheck(number, Hand.ON_RECORD,
                    officer + ": on the server's record of who was signed in, under no key of the officer's own");
        }
        Optional<String> otherwise = otherwise(entry, before, given, origin, text);
        if (otherwise.isPresent()) {
            return new DecisionCheck(number, Hand.FALSE, officer + ": what was signed has another "
                    + otherwise.get() + " than what was entered");
        }
        SignedText signed = new SignedText(text, assertion);
        if (authority.isEmpty()) {
            return new DecisionCheck(number, Hand.NOT_APPOINTED,
                    officer + ": under a key of their own; by whom it was appointed cannot be told without the"
                            + " appointing authority's key");
        }
        return appointed(entry, given, signed, authority.get()).map(appointment -> signed.signedBy(appointment.key())
                ? new DecisionCheck(number, Hand.OWN, officer + ": under their own key " + appointment.key().kid()
                        + ", appointed by " + appointment.act())
                : new DecisionCheck(number, Hand.FALSE, officer + ": the signature is not that key's under this text"))
                .orElseGet(() -> new DecisionCheck(number, Hand.NOT_APPOINTED, officer
                        + ": the key was not appointed for this person, authority and time before the decision"));
    }

    /**
     * Acts count that the authority signed and that stood in the register before the decision did; ends count always. The
     * instant is the server's word, so it must be the minute that the register shows.
     */
    private static Optional<Appointment> appointed(PackageCheck.Entry entry, DisclosurePackage given,
            SignedText signed, IssuerPublicKey authority) {
        List<Act> acts = given.acts().stream()
                .filter(shown -> shown.act() instanceof Act.Ended || shown.place().index() < entry.index())
                .map(ShownAct::act).filter(act -> act.signedBy(authority)).toList();
        boolean over = given.acts().stream().anyMatch(shown -> shown.place().index() < entry.index()
                && shown.act() instanceof Act.Ended ended && signed.kid().equals(Optional.of(ended.kid()))
                && acts.contains(shown.act()) && !ended.from().isAfter(entry.envelope().at().plusSeconds(59)));
        if (over) {
            return Optional.empty();
        }
        Roll roll = new Roll(authority, acts);
        try {
            Instant at = Instant.parse(text(entry, "at"));
            if (!at.truncatedTo(ChronoUnit.MINUTES).equals(entry.envelope().at())) {
                return Optional.empty();
            }
            return signed.kid().flatMap(kid -> roll.appointment(kid, text(entry, "authority"), at))
                    .filter(it -> it.officer().equals(text(entry, "officer")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first thing in which the signed text differs from what was entered. */
    private static Optional<String> otherwise(PackageCheck.Entry entry, List<PackageCheck.Entry> before,
            DisclosurePackage given, String origin, String text) {
        Map<?, ?> said;
        try {
            if (!(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map)) {
                return Optional.of("form");
            }
            said = map;
        } catch (JsonFault e) {
            return Optional.of("form");
        }
        Map<String, @Nullable Object> entered = new LinkedHashMap<>();
        entered.put("kind", "Decision");
        entered.put("register", origin);
        entered.put("case", given.number());
        entered.put("previous", before.isEmpty() ? "" : before.getLast().envelope().digest().hex());
        entered.put("conditions", last(before, "DecisionPrepared", "/entry/draft/conditions"));
        entered.put("assessment", last(before, "Assessed", "/entry/digest"));
        entered.put("outcome", last(before, "Assessed", "/entry/outcome"));
        entered.put("inPlaceOf",
                entry.opened().get("/entry/signature/inPlaceOf") instanceof Map<?, ?> away
                        ? away.get("officer")
                        : null);
        for (String field : List.of("officer", "authority", "verdict", "reasons")) {
            entered.put(field, entry.opened().get("/entry/signature/" + field));
        }
        return entered.entrySet().stream()
                .filter(field -> !Objects.equals(said.get(field.getKey()), field.getValue()))
                .map(Map.Entry::getKey).findFirst();
    }

    /** What the last entry of a kind says in a field; null where it is closed or there is none, which no text says. */
    private static @Nullable Object last(List<PackageCheck.Entry> before, String kind, String pointer) {
        return before.reversed().stream().filter(entry -> entry.kind().equals(kind)).findFirst()
                .map(entry -> entry.opened().get(pointer)).orElse(null);
    }

    private static String text(PackageCheck.Entry entry, String field) {
        return String.valueOf(entry.opened().get("/entry/signature/" + field));
    }
}
