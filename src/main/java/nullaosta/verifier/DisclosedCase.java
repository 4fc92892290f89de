package nullaosta.verifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.disclosure.DecisionCheck;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.disclosure.PackageCheck;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/**
 * A package that was read, with what came of checking it.
 *
 * @param faulty why its checkpoint is not the register's; empty where it is
 */
record DisclosedCase(DisclosurePackage disclosure, Inputs.Believed believed, SignedNote note,
        Optional<Checkpoint> checkpoint,
        String faulty) {

    static final Usage.Place FILE = new Usage.Place("FILE", "The package, as the host handed it out.");

    private static final int LARGEST_FILE = 64_000_000;

    static DisclosedCase read(Arguments arguments, Inputs.Believed believed) throws WrongUsage, NotChecked {
        Path file = Inputs.path(arguments.place(0));
        DisclosurePackage disclosure;
        SignedNote note;
        try {
            disclosure = DisclosurePackage.read(Inputs.bytes(file, LARGEST_FILE));
            note = SignedNote.parse(disclosure.checkpoint().getBytes(StandardCharsets.UTF_8));
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
        try {
            return new DisclosedCase(disclosure, believed, note,
                    Optional.of(Checkpoint.open(note.bytes(), believed.key())), "");
        } catch (SealFault e) {
            return new DisclosedCase(disclosure, believed, note, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** What the case shows, entry by entry. */
    Outcome entries() {
        return checked(sound -> {
            Outcome outcome = unseen().orElseGet(() -> new Outcome(VerifyExit.HOLDS, "WHOLE",
                    "the entries of the case are here in order and without a gap, and what is shown of them was entered; "
                            + "whether there are later ones the whole register tells"));
            List<Map<String, Object>> shown = sound.entries().stream().map(DisclosedCase::fields).toList();
            outcome.field("shown", shown);
            for (PackageCheck.Entry entry : sound.entries()) {
                outcome.row(String.valueOf(entry.envelope().number()), inWords(entry));
            }
            return outcome;
        });
    }

    /** By whose hand its decisions stand. */
    Outcome decisions(Optional<IssuerPublicKey> authority) {
        return checked(sound -> {
            List<DecisionCheck> checks = DecisionCheck.of(sound, disclosure, believed.key().name(), authority);
            Outcome outcome = unseen().orElseGet(() -> verdict(checks));
            outcome.field("decisions", checks.stream()
                    .map(it -> new TreeMap<>(
                            Map.of("entry", it.entry(), "hand", it.hand().name(), "words", it.words())))
                    .toList());
            checks.forEach(it -> outcome.row(String.valueOf(it.entry()), it.words()));
            return outcome;
        });
    }

    private static Outcome verdict(List<DecisionCheck> checks) {
        Optional<DecisionCheck.Hand> worst = checks.stream().map(DecisionCheck::hand).min(Enum::compareTo);
        if (worst.isEmpty()) {
            return new Outcome(VerifyExit.NOT_CERTAIN, "NONE", "no officer's decision is shown in this case");
        }
        return switch (worst.get()) {
            case OWN, CONFIRMED -> new Outcome(VerifyExit.HOLDS, "THEIRS",
                    "every decision stands under a key of the officer's own, which the authority had appointed before");
            case ON_RECORD -> new Outcome(VerifyExit.NOT_CERTAIN, "ON RECORD",
                    "a decision rests on the server's record of who was signed in, and on nobody's key");
            case ORAL -> new Outcome(VerifyExit.NOT_CERTAIN, "ORAL",
                    "a decision was given by word of mouth and never confirmed: it rests on who entered it");
            case CLOSED -> new Outcome(VerifyExit.NOT_CERTAIN, "CLOSED", "who decided is closed to this reader");
            case NOT_APPOINTED -> new Outcome(VerifyExit.NOT_CERTAIN, "NOT KNOWN",
                    "a decision stands under a key of which nobody is known to have appointed it");
            case FALSE -> new Outcome(VerifyExit.DOES_NOT_HOLD, "FALSE",
                    "a decision is not what the officer signed");
        };
    }

    private interface Telling {
        Outcome tell(PackageCheck.Sound sound);
    }

    private Outcome checked(Telling telling) {
        if (checkpoint.isEmpty()) {
            return new Outcome(VerifyExit.DOES_NOT_HOLD, "FALSE", faulty);
        }
        Outcome outcome = switch (PackageCheck.check(disclosure, checkpoint.get())) {
            case PackageCheck.Broken(String where, String what) -> new Outcome(VerifyExit.DOES_NOT_HOLD, "FALSE",
                    where + ": " + what).field("where", where).field("what", what);
            case PackageCheck.Sound sound -> telling.tell(sound);
        };
        return outcome
                .field("case", disclosure.number()).row("case",
                        disclosure.number() + ", as the file says, for the reader `"
                                + disclosure.reader() + "`")
                .checkpoint(checkpoint.get()).witnesses(note, believed.policy());
    }

    private Optional<Outcome> unseen() {
        return believed.policy().filter(policy -> !policy.satisfied(note)).map(policy -> new Outcome(
                VerifyExit.NOT_CERTAIN, "UNWITNESSED",
                "what is shown was entered, but too few witnesses vouch that others see the same register"));
    }

    private static Map<String, Object> fields(PackageCheck.Entry entry) {
        Map<String, Object> json = new TreeMap<>(Map.of("number", entry.envelope().number(), "index", entry.index(),
                "minute", entry.envelope().at().toString(), "kind", entry.kind()));
        json.put("fields", entry.opened());
        json.put("closed", entry.closed().stream()
                .map(it -> new TreeMap<>(Map.of("field", it.pointer(), "ground", it.ground()))).toList());
        return json;
    }

    private static String inWords(PackageCheck.Entry entry) {
        StringBuilder words = new StringBuilder(entry.envelope().at() + "  " + entry.kind());
        entry.opened().forEach((pointer, value) -> {
            if (pointer.startsWith("/entry/") && !pointer.equals(PackageCheck.KIND)) {
                words.append("; ").append(pointer.substring("/entry/".length())).append(" ")
                        .append(shortened(CanonicalJson.text(value)));
            }
        });
        entry.closed().forEach(it -> words.append("; ").append(it.pointer()).append(" closed: ").append(it.ground()));
        return words.toString();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
