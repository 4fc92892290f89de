package nullaosta.disclosure;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.JsonFault;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a tree of its fields. Its root is what the register holds of what the entry says.
 *
 * <p>A field is the value at a JSON pointer of at most three steps; what lies deeper belongs to it. Each field is a leaf
 * over its own salt, its pointer and its value, as disclosures of RFC 9901 are, and each salt follows from the entry's seed
 * and the pointer. Decoys fill the leaves up to a power of two, at least sixteen, and leaves stand in the order of their
 * hashes: neither the root nor a single opened field tells which others there are, nor, beyond that power, how many.
 *
 * <p>RFC 9901 lists all digests where this has a root. A register of many years keeps 32 bytes of an entry this way, where
 * a mission would take three thousand.
 */
public final class FieldTree {

    /** Steps of the longest pointer. */
    public static final int DEPTH = 3;

    /** Bytes of a seed. */
    public static final int SEED = 16;

    private static final int FEWEST_LEAVES = 16;

    private record Leaf(Digest hash, Optional<String> pointer) {}

    private final Mac salts;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<List<Digest>> levels = new ArrayList<>();

    /** @param seed random, kept with the entry and apart from the register */
    private FieldTree(byte[] seed, Map<String, @Nullable Object> fields) {
        salts = mac(seed);
        this.fields.putAll(fields);
        fields.forEach((pointer, value) -> leaves
                .add(new Leaf(Opened.leaf(salt(pointer), pointer, value), Optional.of(pointer))));
        int full = Math.max(FEWEST_LEAVES, Integer.highestOneBit(Math.max(1, leaves.size() - 1)) * 2);
        for (int decoy = leaves.size(); decoy < full; decoy++) {
            leaves.add(new Leaf(Merkle.leaf(bytes("decoy " + decoy)), Optional.empty()));
        }
        leaves.sort(Comparator.comparing((Leaf leaf) -> leaf.hash().bytes(), Arrays::compareUnsigned));
        levels.add(leaves.stream().map(Leaf::hash).toList());
        while (levels.getLast().size() > 1) {
            List<Digest> below = levels.getLast();
            List<Digest> above = new ArrayList<>();
            for (int i = 0; i < below.size(); i += 2) {
                above.add(Merkle.node(below.get(i), below.get(i + 1)));
            }
            levels.add(above);
        }
    }

    /** @param body the stored entry, a JSON object */
    public static FieldTree of(byte[] seed, byte[] body) {
        try {
            if (CanonicalJson.read(body) instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                collect("", map, 0, fields);
                return new FieldTree(seed, fields);
            }
        } catch (JsonFault e) {
            throw new IllegalArgumentException("an entry that is no JSON", e);
        }
        throw new IllegalArgumentException("an entry that is no JSON object");
    }

    /**
     * The tree of exactly these fields. Where its root is an entry's commitment, the entry has no other field, and none
     * twice.
     */
    static FieldTree ofFields(byte[] seed, Map<String, @Nullable Object> fields) {
        return new FieldTree(seed, fields);
    }

    public Digest commitment() {
        return levels.getLast().getFirst();
    }

    /** The pointers of all fields, in the order of the body. */
    public List<String> pointers() {
        return List.copyOf(fields.keySet());
    }

    /** @throws IllegalArgumentException for a pointer that is none of its own */
    public Opened open(String pointer) {
        if (!fields.containsKey(pointer)) {
            throw new IllegalArgumentException("no field " + pointer);
        }
        int index = 0;
        while (!leaves.get(index).pointer().equals(Optional.of(pointer))) {
            index++;
        }
        List<Digest> path = new ArrayList<>();
        for (int level = 0, node = index; level < levels.size() - 1; level++, node >>= 1) {
            path.add(levels.get(level).get(node ^ 1));
        }
        return new Opened(pointer, fields.get(pointer), salt(pointer),
                new InclusionProof(index, leaves.size(), path));
    }

    private static void collect(String at, Map<?, ?> object, int depth, Map<String, @Nullable Object> fields) {
        object.forEach((name, value) -> {
            String pointer = at + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
            if (value instanceof Map<?, ?> inner && !inner.isEmpty() && depth + 1 < DEPTH) {
                collect(pointer, inner, depth + 1, fields);
            } else {
                fields.put(pointer, value);
            }
        });
    }

    private String salt(String pointer) {
        return Opened.hex(Arrays.copyOf(bytes(pointer), SEED));
    }

    private byte[] bytes(String of) {
        return salts.doFinal(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java platform lacks HmacSHA256", e);
        }
    }
}
