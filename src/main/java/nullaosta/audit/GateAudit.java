package nullaosta.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.audit.Finding.Weight;
import nullaosta.disclosure.PackageCheck;
import nullaosta.gate.SignedCheck;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;

/**
 * What devices signed at gates, held against cases and register. Whoever runs the server has no device's key: a record
 * that no device signed, one left out of a device's chain, and a device that no base enrolled all show.
 */
final class GateAudit {

    private final RegisterContents contents;
    private final long horizon;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();
    private long signed;

    /** @param horizon what stands below this index of the register must be shown */
    GateAudit(RegisterContents contents, long horizon) {
        this.contents = contents;
        this.horizon = horizon;
    }

    /** A record as its case has it. */
    private record Entered(String where, long index, String base, String digest, Map<?, ?> check) {

        String device() {
            return String.valueOf(check.get("device"));
        }

        long number() {
            return check.get("number") instanceof Long number ? number : 0;
        }

        /** The text that the device signed: the fields of the entry in the one spelling of a record. */
        String text() {
            Map<String, Object> record = new LinkedHashMap<>(Map.of("v", 1, "kind", "GateCheck"));
            check.forEach((field, value) -> {
                if (value != null) {
                    record.put(String.valueOf(field), value);
                }
            });
            return CanonicalJson.text(record);
        }
    }

    /** Takes the records that a case has. */
    void take(String number, List<PackageCheck.Entry> entries) {
        for (PackageCheck.Entry entry : entries) {
            if (entry.kind().equals("GateChecked") && !entry.erased()) {
                Map<String, Object> check = new HashMap<>();
                entry.opened().forEach((pointer, value) -> {
                    if (pointer.startsWith("/entry/check/") && value != null) {
                        check.put(pointer.substring("/entry/check/".length()), value);
                    }
                });
                entered.add(new Entered(number + ", entry " + entry.envelope().number(), entry.index(),
                        String.valueOf(entry.opened().get("/entry/base")),
                        String.valueOf(entry.opened().get("/entry/digest")), check));
            }
        }
    }

    /** Holds everything that was taken against the devices; once. */
    List<Finding> against(List<ShownDevice> devices) {
        Map<String, ShownDevice> byId = new HashMap<>();
        Set<String> acts = new HashSet<>();
        Set<String> records = new HashSet<>();
        for (ShownDevice device : devices) {
            byId.put(device.device().id(), device);
            device.acts().forEach(act -> acts.add(ShownDevice.digest(act).hex()));
            device.checks().forEach(held -> records.add(held.digest()));
            device(device);
        }
        entered.forEach(one -> entered(one, Optional.ofNullable(byId.get(one.device()))));
        contents.deviceActs().forEach((digest, index) -> keptBack(acts, digest, index,
                "is an act on a device that the server keeps back"));
        contents.gateRecords().forEach((digest, index) -> keptBack(records, digest, index,
                "is a record of a device that the server keeps back"));
        return findings;
    }

    /** Records whose device's signature was verified. */
    long signed() {
        return signed;
    }

    private void keptBack(Set<String> shown, String digest, long index, String words) {
        if (index < horizon && !shown.contains(digest)) {
            found(Weight.CONTRADICTION, "the register", "entry " + index + " " + words);
        }
    }

    private void device(ShownDevice shown) {
        String where = "device " + shown.device().fingerprint() + " of " + shown.device().base();
        for (String act : shown.acts()) {
            if (!contents.deviceActs().containsKey(ShownDevice.digest(act).hex())) {
                found(Weight.UNPROVEN, where, "the register does not hold an act on it, or not yet");
            }
        }
        String previous = "0".repeat(2 * Digest.LENGTH);
        long expected = 1;
        for (ShownDevice.Held held : shown.checks()) {
            if (held.number() != expected) {
                found(Weight.CONTRADICTION, where, "record " + expected + " is followed by record " + held.number()
                        + ": what is between them is kept back");
                return;
            }
            if (held.record().isPresent()) {
                loose(where, shown, held, held.record().get(), previous);
            }
            previous = held.digest();
            expected++;
        }
    }

    /** A record that no case holds: its digest is an entry of the register by itself. */
    private void loose(String where, ShownDevice shown, ShownDevice.Held held, String text, String previous) {
        String record = "record " + held.number();
        broken(shown, held, text, previous).ifPresentOrElse(what -> found(Weight.CONTRADICTION, where,
                record + " " + what), () -> signed++);
        if (!contents.gateRecords().containsKey(held.digest())) {
            found(Weight.UNPROVEN, where, record + " is not in the register, or not yet");
        }
    }

    private void entered(Entered one, Optional<ShownDevice> shown) {
        Optional<ShownDevice.Held> held = shown.flatMap(device -> device.check(one.number()));
        if (shown.isEmpty() || held.isEmpty()) {
            found(Weight.CONTRADICTION, one.where(), shown.isEmpty()
                    ? "is a record of a device that the server does not show"
                    : "is a record that its device's chain does not have");
            return;
        }
        if (!one.base().equals(shown.get().device().base())) {
            found(Weight.CONTRADICTION, one.where(), "is entered for " + one.base() + ", and its device is of "
                    + shown.get().device().base());
        }
        String previous = shown.get().check(one.number() - 1).map(ShownDevice.Held::digest)
                .orElse("0".repeat(2 * Digest.LENGTH));
        Optional<String> broken = one.digest().equals(held.get().digest())
                ? broken(shown.get(), held.get(), one.text(), previous)
                : Optional.of("has another digest than its device's chain");
        broken.ifPresentOrElse(what -> found(Weight.CONTRADICTION, one.where(), what), () -> signed++);
        enrolled(one, shown.get());
    }

    private void enrolled(Entered one, ShownDevice shown) {
        Optional<Long> from = shown.act("DeviceEnrolled").map(digest -> contents.deviceActs().get(digest.hex()));
        Optional<Long> until = shown.act("DeviceEnded").map(digest -> contents.deviceActs().get(digest.hex()));
        if (from.isEmpty() || from.get() > one.index()) {
            found(Weight.CONTRADICTION, one.where(), "is a record of a device that was not enrolled before it");
        }
        if (until.filter(end -> end < one.index()).isPresent()) {
            found(Weight.CONTRADICTION, one.where(), "is a record of a device that was ended before it");
        }
    }

    /** Why a record is not what its device signed as its next; empty where it is. */
    private static Optional<String> broken(ShownDevice shown, ShownDevice.Held held, String text, String previous) {
        try {
            SignedCheck check = SignedCheck.read(text, held.signature());
            if (!check.digest().hex().equals(held.digest())) {
                return Optional.of("is not the text that its digest was taken of");
            }
            if (!check.signedBy(shown.device())) {
                return Optional.of("is not signed by device " + shown.device().fingerprint());
            }
            return check.check().previous().equals(previous) && check.check().number() == held.number()
                    ? Optional.empty()
                    : Optional.of("does not follow from the record before it");
        } catch (SealFault e) {
            return Optional.of("is no record of a check (" + e.getMessage() + ")");
        }
    }

    private void found(Weight weight, String where, String words) {
        findings.add(new Finding(weight, where, words));
    }
}
