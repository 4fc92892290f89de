package nullaosta.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.gate.Device;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/**
 * A base's device as the server shows it to an auditor.
 *
 * @param acts documents of its enrolment and its end, as the register has their digests
 * @param checks what it signed, in the order of their numbers
 */
public record ShownDevice(Device device, List<String> acts, List<Held> checks) {

    public ShownDevice {
        acts = List.copyOf(acts);
        checks = List.copyOf(checks);
    }

    /**
     * @param digest of the record's text, hexadecimal
     * @param record its text, where no case holds it
     */
    public record Held(long number, String digest, String signature, Optional<String> record) {}

    /** @throws SealFault if it is nothing of the form that {@code docs/reference/gate.md} has */
    public static ShownDevice read(Map<?, ?> json) throws SealFault {
        List<String> acts = new ArrayList<>();
        for (Object act : list(json, "acts")) {
            acts.add(String.valueOf(act));
        }
        Device device = Device.of(text(json, "key"), text(json, "base"), text(json, "name"));
        return new ShownDevice(device, acts, List.of());
    }

    /** The same with more of its checks. */
    public ShownDevice with(List<?> more) throws SealFault {
        List<Held> all = new ArrayList<>(checks);
        for (Object item : more) {
            if (!(item instanceof Map<?, ?> check && check.get("number") instanceof Long number)) {
                throw new SealFault("a check of device " + device.fingerprint() + " cannot be read");
            }
            all.add(new Held(number, text(check, "digest"), text(check, "signature"),
                    check.get("record") instanceof String record ? Optional.of(record) : Optional.empty()));
        }
        return new ShownDevice(device, acts, all);
    }

    Optional<Held> check(long number) {
        return number < 1 || number > checks.size()
                ? Optional.empty()
                : Optional.of(checks.get((int) number - 1)).filter(held -> held.number() == number);
    }

    /** Digest of the document that enrols it, or ends it; empty where none that is shown does. */
    Optional<Digest> act(String kind) {
        return acts.stream().filter(act -> says(act, kind)).map(ShownDevice::digest).findFirst();
    }

    private boolean says(String act, String kind) {
        try {
            return CanonicalJson.read(act.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> json
                    && kind.equals(json.get("kind")) && device.id().equals(json.get("device"))
                    && device.base().equals(json.get("base"));
        } catch (JsonFault e) {
            return false;
        }
    }

    static Digest digest(String document) {
        return Digest.of(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<?> list(Map<?, ?> json, String field) throws SealFault {
        if (json.get(field) instanceof List<?> list) {
            return list;
        }
        throw new SealFault("a device without `" + field + "`");
    }

    private static String text(Map<?, ?> json, String field) throws SealFault {
        if (json.get(field) instanceof String text) {
            return text;
        }
        throw new SealFault("a device or its check without `" + field + "`");
    }
}
