package nullaosta.disclosure;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;

/**
 * What a package proves, under a checkpoint whose signature the caller has seen: that every entry stands in the register,
 * that they are one case's without a gap, and that what is shown is what was entered.
 */
public sealed interface PackageCheck {

    /** @param where in the package, as a JSON pointer */
    record Broken(String where, String what) implements PackageCheck {}

    record Sound(List<Entry> entries) implements PackageCheck {
        public Sound {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry that was verified.
     *
     * @param index in the register
     * @param opened values by pointer
     * @param whole whether these are all of its fields, proved
     */
    record Entry(Envelope envelope, long index, Map<String, @Nullable Object> opened, List<Shown.Closed> closed,
            boolean whole) {

        /** Whether it is closed as a whole, for it was erased, with its case or by itself. */
        public boolean erased() {
            return closed.stream().anyMatch(it -> it.pointer().equals(WHOLE));
        }

        /** Its kind, where it is shown; else what the register shows. */
        public String kind() {
            return opened.get(KIND) instanceof String kind ? kind : envelope.kind();
        }
    }

    String KIND = "/entry/kind";

    /** The pointer of an entry as a whole. */
    String WHOLE = "";

    /** The kind of the entry that says that those before it were erased. */
    String ERASURE = "CaseErased";

    /** The kind of the entry that says that one before it, about somebody, was erased. */
    String FORGETTING = "PartyForgotten";

    /** What the register shows of steps of the host's own deliberation instead of their kind. */
    String STEP = "Step";

    static PackageCheck check(DisclosurePackage given, Checkpoint checkpoint) {
        if (given.entries().isEmpty()) {
            return new Broken("/entries", "no entry; a case has at least one");
        }
        List<Entry> entries = new ArrayList<>();
        Optional<Entry> before = Optional.empty();
        for (Shown shown : given.entries()) {
            String at = "/entries/" + entries.size();
            Envelope envelope;
            try {
                envelope = Envelope.parse(shown.envelope());
            } catch (SealFault e) {
                return new Broken(at + "/envelope", String.valueOf(e.getMessage()));
            }
            Optional<Broken> fault = chain(at, envelope, shown, before)
                    .or(() -> shown.place().proves(Merkle.leaf(shown.envelope()), checkpoint)
                            ? Optional.empty()
                            : Optional.of(new Broken(at + "/place",
                                    "does not lead to the checkpoint: the register does not hold this envelope there")))
                    .or(() -> opened(at, given.number(), envelope, shown));
            if (fault.isPresent()) {
                return fault.get();
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            shown.opened().forEach(field -> values.put(field.pointer(), field.value()));
            before = Optional.of(new Entry(envelope, shown.place().index(), values, shown.closed(),
                    shown.seed().isPresent()));
            entries.add(before.get());
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).erased() && !entries.getLast().kind().equals(ERASURE)
                    && !forgotten(entries, entries.get(i).envelope().number())) {
                return new Broken("/entries/" + i,
                        "is closed as a whole, and neither an erasure of the case nor of that entry follows");
            }
        }
        for (int i = 0; i < given.acts().size(); i++) {
            ShownAct act = given.acts().get(i);
            if (!act.place().proves(Merkle.leaf(act.act().registered()), checkpoint)) {
                return new Broken("/acts/" + i, "the register does not hold this act there");
            }
        }
        return new Sound(entries);
    }

    private static boolean forgotten(List<Entry> entries, int number) {
        return entries.stream().anyMatch(later -> later.kind().equals(FORGETTING)
                && later.envelope().number() > number
                && Long.valueOf(number).equals(later.opened().get("/entry/entry")));
    }

    private static Optional<Broken> chain(String at, Envelope envelope, Shown shown, Optional<Entry> before) {
        int expected = before.map(entry -> entry.envelope().number() + 1).orElse(1);
        if (envelope.number() != expected) {
            return Optional.of(new Broken(at, "found entry " + envelope.number() + " of the case; expected " + expected
                    + ": one is missing, or they are out of order"));
        }
        Digest previous = before.map(entry -> entry.envelope().digest()).orElse(Digest.of());
        if (!envelope.previous().equals(previous)) {
            return Optional.of(new Broken(at, "does not follow the entry before it"));
        }
        if (before.isPresent() && (!before.get().envelope().pseudonym().equals(envelope.pseudonym())
                || before.get().index() >= shown.place().index())) {
            return Optional.of(new Broken(at, "is of another case, or stands before the entry that it follows"));
        }
        return Optional.empty();
    }

    private static Optional<Broken> opened(String at, String number, Envelope envelope, Shown shown) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        for (Opened field : shown.opened()) {
            if (!field.commitment().equals(Optional.of(envelope.commitment()))) {
                return Optional.of(new Broken(at, "what is shown as " + field.pointer() + " is not what was entered"));
            }
            if (seen.containsKey(field.pointer())) {
                return Optional.of(new Broken(at, field.pointer() + " is shown twice"));
            }
            seen.put(field.pointer(), field.value());
        }
        if (shown.seed().isPresent() && !FieldTree.ofFields(HexFormat.of().parseHex(shown.seed().get()), seen)
                .commitment().equals(envelope.commitment())) {
            return Optional.of(new Broken(at, "has other fields than those that are shown as all of them"));
        }
        if (seen.containsKey("/number") && !Long.valueOf(envelope.number()).equals(seen.get("/number"))) {
            return Optional.of(new Broken(at, "its number is not that of its envelope"));
        }
        if (seen.containsKey("/entry/caseNumber") && !number.equals(seen.get("/entry/caseNumber"))) {
            return Optional
                    .of(new Broken(at, "it is of the case " + seen.get("/entry/caseNumber") + ", not of " + number));
        }
        if (seen.containsKey(KIND) && !envelope.kind().equals(seen.get(KIND)) && !envelope.kind().equals(STEP)) {
            return Optional.of(new Broken(at, "its kind is not that of its envelope"));
        }
        return shown.opened().isEmpty() && shown.closed().isEmpty()
                ? Optional.of(new Broken(at, "nothing is shown of it, and no ground is given"))
                : Optional.empty();
    }
}
