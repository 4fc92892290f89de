package nullaosta.disclosure;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.register.proof.InclusionProof;
import nullaosta.seal.Digest;

/**
 * One entry of a case as a reader gets it.
 *
 * @param envelope as the register holds it
 * @param place in the register, under the package's checkpoint
 * @param opened the fields that are shown
 * @param closed what is not, and on which ground
 * @param seed of its tree where every field is shown, hexadecimal: with it the reader sees that there is no other
 */
public record Shown(byte[] envelope, InclusionProof place, List<Opened> opened, List<Closed> closed,
        Optional<String> seed) {

    /**
     * @param pointer of a field, or of an object whose fields are all meant
     * @param ground in law
     */
    public record Closed(String pointer, String ground) {}

    public Shown {
        envelope = envelope.clone();
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    @Override
    public byte[] envelope() {
        return envelope.clone();
    }

    Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("envelope", Base64.getEncoder().encodeToString(envelope));
        json.put("place", place(place));
        List<Object> fields = new ArrayList<>();
        for (Opened field : opened) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", field.pointer());
            one.put("value", field.value());
            one.put("salt", field.salt());
            one.put("place", place(field.place()));
            fields.add(one);
        }
        json.put("opened", fields);
        json.put("closed", closed.stream().map(it -> Map.of("field", it.pointer(), "ground", it.ground())).toList());
        seed.ifPresent(hex -> json.put("seed", hex));
        return json;
    }

    static Map<String, Object> place(InclusionProof proof) {
        return Map.of("index", proof.index(), "size", proof.size(), "path",
                proof.path().stream().map(Digest::base64).toList());
    }
}
