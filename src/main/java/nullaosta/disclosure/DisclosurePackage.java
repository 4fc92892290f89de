package nullaosta.disclosure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.SealFault;

/**
 * A case as one reader may see it, with everything that is needed to verify it beside the register's key: every entry's
 * envelope, what is shown of each and on which ground the rest is not, and the acts that appointed its officers.
 *
 * @param reader whom it was made for
 * @param number the host's number of the case
 * @param checkpoint of the register, as published; every place is under it
 * @param entries of the case, all of them, first to last
 */
public record DisclosurePackage(String reader, String number, Instant madeAt, String checkpoint, List<Shown> entries,
        List<ShownAct> acts) {

    static final String KIND = "Disclosure";

    public DisclosurePackage {
        entries = List.copyOf(entries);
        acts = List.copyOf(acts);
    }

    /** Canonical JSON; {@link #read} reads it back. */
    public byte[] bytes() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("kind", KIND);
        json.put("reader", reader);
        json.put("case", number);
        json.put("madeAt", madeAt.toString());
        json.put("checkpoint", checkpoint);
        json.put("entries", entries.stream().map(Shown::toMap).toList());
        json.put("acts", acts.stream().map(ShownAct::toMap).toList());
        return CanonicalJson.bytes(json);
    }

    public static DisclosurePackage read(byte[] document) throws SealFault {
        return PackageReader.read(document);
    }
}
