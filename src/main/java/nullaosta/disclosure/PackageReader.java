package nullaosta.disclosure;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.appointment.Act;
import nullaosta.register.proof.InclusionProof;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DisclosurePackage}; a fault names its place. */
final class PackageReader {

    private static final int LONGEST_PATH = 63;

    private PackageReader() {
    }

    static DisclosurePackage read(byte[] document) throws SealFault {
        try {
            return read(object(CanonicalJson.read(document), "",
                    Set.of("v", "kind", "reader", "case", "madeAt", "checkpoint", "entries", "acts")));
        } catch (JsonFault e) {
            throw new SealFault(String.valueOf(e.getMessage()));
        }
    }

    private static DisclosurePackage read(Map<?, ?> json) throws SealFault {
        if (!DisclosurePackage.KIND.equals(json.get("kind")) || !Long.valueOf(1).equals(json.get("v"))) {
            throw new SealFault("this is no package of a disclosure: expected `kind` " + DisclosurePackage.KIND
                    + " and `v` 1");
        }
        List<Shown> entries = new ArrayList<>();
        for (Object entry : list(json, "entries", "")) {
            entries.add(shown(entry, "/entries/" + entries.size()));
        }
        List<ShownAct> acts = new ArrayList<>();
        for (Object act : list(json, "acts", "")) {
            String at = "/acts/" + acts.size();
            Map<?, ?> map = object(act, at, Set.of("act", "place"));
            acts.add(new ShownAct(Act.parse(base64(map, "act", at)), place(map.get("place"), at + "/place")));
        }
        try {
            return new DisclosurePackage(text(json, "reader", ""), text(json, "case", ""),
                    Instant.parse(text(json, "madeAt", "")), text(json, "checkpoint", ""), entries, acts);
        } catch (DateTimeException e) {
            throw new SealFault("/madeAt is no instant");
        }
    }

    private static Shown shown(@Nullable Object value, String at) throws SealFault {
        Map<?, ?> map = object(value, at, Set.of("envelope", "place", "opened", "closed", "seed"));
        List<Opened> opened = new ArrayList<>();
        for (Object field : list(map, "opened", at)) {
            String where = at + "/opened/" + opened.size();
            Map<?, ?> one = object(field, where, Set.of("field", "value", "salt", "place"));
            opened.add(new Opened(text(one, "field", where), one.get("value"), text(one, "salt", where),
                    place(one.get("place"), where + "/place")));
        }
        List<Shown.Closed> closed = new ArrayList<>();
        for (Object field : list(map, "closed", at)) {
            String where = at + "/closed/" + closed.size();
            Map<?, ?> one = object(field, where, Set.of("field", "ground"));
            closed.add(new Shown.Closed(text(one, "field", where), text(one, "ground", where)));
        }
        Optional<String> seed = map.containsKey("seed") ? Optional.of(text(map, "seed", at)) : Optional.empty();
        if (seed.isPresent() && !seed.get().matches("[0-9a-f]{32}")) {
            throw new SealFault(at + "/seed is no seed: expected 32 hexadecimal digits");
        }
        return new Shown(base64(map, "envelope", at), place(map.get("place"), at + "/place"), opened, closed, seed);
    }

    private static InclusionProof place(@Nullable Object value, String at) throws SealFault {
        Map<?, ?> map = object(value, at, Set.of("index", "size", "path"));
        List<Digest> path = new ArrayList<>();
        for (Object hash : list(map, "path", at)) {
            if (path.size() == LONGEST_PATH || !(hash instanceof String text)) {
                throw new SealFault(at + "/path has at most " + LONGEST_PATH + " hashes in base64");
            }
            path.add(Digest.parseBase64(text));
        }
        if (map.get("index") instanceof Long index && map.get("size") instanceof Long size) {
            return new InclusionProof(index, size, path);
        }
        throw new SealFault(at + " has whole numbers `index` and `size`");
    }

    private static Map<?, ?> object(@Nullable Object value, String at, Set<String> known) throws SealFault {
        if (!(value instanceof Map<?, ?> map)) {
            throw new SealFault(at.isEmpty() ? "found no object; expected one" : at + " is no object; expected one");
        }
        Optional<?> unknown = map.keySet().stream().filter(field -> !known.contains(field)).findFirst();
        if (unknown.isPresent()) {
            throw new SealFault(at + "/" + unknown.get() + " is not known; expected one of "
                    + String.join(", ", new TreeSet<>(known)));
        }
        return map;
    }

    private static List<?> list(Map<?, ?> map, String field, String at) throws SealFault {
        if (map.get(field) instanceof List<?> list) {
            return list;
        }
        throw new SealFault(at + "/" + field + " is no list; expected one");
    }

    private static String text(Map<?, ?> map, String field, String at) throws SealFault {
        if (map.get(field) instanceof String text) {
            return text;
        }
        throw new SealFault(at + "/" + field + " is no text; expected one");
    }

    private static byte[] base64(Map<?, ?> map, String field, String at) throws SealFault {
        try {
            return Base64.getDecoder().decode(text(map, field, at));
        } catch (IllegalArgumentException e) {
            throw new SealFault(at + "/" + field + " is not base64");
        }
    }
}
