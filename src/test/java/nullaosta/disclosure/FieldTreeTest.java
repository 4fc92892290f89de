package nullaosta.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nullaosta.register.proof.InclusionProof;
import nullaosta.seal.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each field of an entry can be shown alone, and nothing else can be shown in its place. */
class FieldTreeTest {

    private static final byte[] SEED = new byte[16];

    private static FieldTree tree(Map<String, ?> body) {
        return FieldTree.of(SEED, CanonicalJson.bytes(body));
    }

    @Test
    void fieldsGoThreeStepsDeep() {
        assertThat(tree(Map.of("number", 1, "entry",
                Map.of("kind", "MissionFiled", "mission", Map.of("purpose", "SURVEILLANCE", "aircraft",
                        Map.of("tail", "06-4117")), "list", List.of(1, 2), "none", Map.of())))
                .pointers()).containsExactlyInAnyOrder("/number", "/entry/kind", "/entry/mission/purpose",
                        "/entry/mission/aircraft", "/entry/list", "/entry/none");
    }

    /** Property: whatever the fields, each opens under the commitment, and a changed value, name or place does not. */
    @Test
    void eachOpensAndNothingElseDoes() {
        Random random = new Random(9901);
        for (int round = 0; round < 60; round++) {
            Map<String, Object> body = new LinkedHashMap<>();
            int fields = 1 + random.nextInt(70);
            for (int i = 0; i < fields; i++) {
                body.put("f" + i + "/~", random.nextBoolean() ? random.nextInt() : "t" + random.nextInt());
            }
            byte[] seed = new byte[16];
            random.nextBytes(seed);
            FieldTree tree = FieldTree.of(seed, CanonicalJson.bytes(body));
            for (String pointer : tree.pointers()) {
                Opened opened = tree.open(pointer);
                assertThat(opened.commitment()).contains(tree.commitment());
                InclusionProof place = opened.place();
                assertThat(place.size()).isEqualTo(Math.max(16, Integer.highestOneBit(Math.max(1, fields - 1)) * 2));
                for (Opened other : List.of(new Opened(pointer, "another", opened.salt(), place),
                        new Opened(pointer + "x", opened.value(), opened.salt(), place),
                        new Opened(pointer, opened.value(), "00".repeat(16), place),
                        new Opened(pointer, opened.value(), opened.salt(),
                                new InclusionProof(place.index() ^ 1, place.size(), place.path())))) {
                    assertThat(other.commitment()).isNotEqualTo(Optional.of(tree.commitment()));
                }
            }
        }
    }

    /** Who guesses the value has nothing to try it on; who opens one field learns nothing of the next. */
    @Test
    void anotherSeedIsAnotherCommitmentAndSaltsHaveNothingInCommon() {
        Map<String, ?> body = Map.of("yes", true, "no", false);
        byte[] other = SEED.clone();
        other[15] = 1;
        assertThat(FieldTree.of(other, CanonicalJson.bytes(body)).commitment())
                .isNotEqualTo(tree(body).commitment());
        List<String> salts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            salts.add(tree(Map.of("f" + i, 1)).open("/f" + i).salt());
        }
        assertThat(salts).doesNotHaveDuplicates();
    }

    /** A host that commits to two outcomes could show each reader another; who has the seed sees that there is one. */
    @Test
    void withTheSeedThereIsNoOtherField() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of("/a", 1L, "/b/c", "x"));
        FieldTree whole = tree(Map.of("a", 1, "b", Map.of("c", "x")));
        assertThat(FieldTree.ofFields(SEED, fields).commitment()).isEqualTo(whole.commitment());
        fields.remove("/a");
        assertThat(FieldTree.ofFields(SEED, fields).commitment()).isNotEqualTo(whole.commitment());
    }

    @Test
    void whatIsNoObjectOrNoFieldIsABug() {
        assertThatThrownBy(() -> FieldTree.of(SEED, "[1]".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(Map.of("a", 1)).open("/b")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no field /b");
    }
}
