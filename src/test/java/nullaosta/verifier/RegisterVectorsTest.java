package nullaosta.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.ConsistencyProof;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.ProofFile;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each vector of trees, policies, checkpoints and proofs comes to what it says. */
class RegisterVectorsTest {

    private static final Path VECTORS = Path.of("vectors");

    private static List<Map<?, ?>> cases(String file) throws IOException, SealFault {
        List<Map<?, ?>> cases = new ArrayList<>();
        for (Object one : (List<?>) read(file)) {
            cases.add((Map<?, ?>) one);
        }
        return cases;
    }

    private static Object read(String file) throws IOException, SealFault {
        return Optional.ofNullable(CanonicalJson.read(Files.readAllBytes(VECTORS.resolve(file)))).orElseThrow();
    }

    private static Stream<DynamicTest> each(String file, String name, int atLeast, Check check) throws Exception {
        List<Map<?, ?>> cases = cases(file);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.get(name) + " " + one.get("policy"),
                () -> check.check(one)));
    }

    private interface Check {
        void check(Map<?, ?> one) throws Exception;
    }

    private static String text(String file) throws IOException {
        return Files.readString(VECTORS.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257})
    void trees(int size) throws Exception {
        Map<?, ?> tree = (Map<?, ?>) read("tree/" + size + ".json");
        Digest root = Digest.parseBase64(String.valueOf(tree.get("root")));
        for (Object each : (List<?>) Optional.ofNullable(tree.get("inclusion")).orElseThrow()) {
            Map<?, ?> one = (Map<?, ?>) each;
            Digest leaf = Merkle.leaf(String.valueOf(one.get("entry")).getBytes(StandardCharsets.UTF_8));
            assertThat(leaf.base64()).isEqualTo(one.get("leaf"));
            assertThat(new InclusionProof((Long) Optional.ofNullable(one.get("index")).orElseThrow(), size,
                    path(one)).root(leaf)).contains(root);
        }
        for (Object each : (List<?>) Optional.ofNullable(tree.get("consistency")).orElseThrow()) {
            Map<?, ?> one = (Map<?, ?>) each;
            long from = (Long) Optional.ofNullable(one.get("from")).orElseThrow();
            assertThat(new ConsistencyProof(from, size, path(one))
                    .links(Digest.parseBase64(String.valueOf(one.get("root"))), root)).isTrue();
        }
    }

    private static List<Digest> path(Map<?, ?> one) throws SealFault {
        List<Digest> path = new ArrayList<>();
        for (Object hash : (List<?>) Optional.ofNullable(one.get("path")).orElseThrow()) {
            path.add(Digest.parseBase64(String.valueOf(hash)));
        }
        return path;
    }

    @TestFactory
    Stream<DynamicTest> policies() throws Exception {
        return each("policy/cases.json", "policy", 9, one -> {
            String text = text("policy/" + one.get("policy"));
            if (Boolean.TRUE.equals(one.get("sound"))) {
                assertThat(WitnessPolicy.parse(WitnessPolicy.parse(text).text())).isEqualTo(WitnessPolicy.parse(text));
            } else {
                assertThatThrownBy(() -> WitnessPolicy.parse(text)).isInstanceOf(SealFault.class)
                        .hasMessage(String.valueOf(one.get("says")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> checkpoints() throws Exception {
        NoteVerifier key = NoteVerifier.parse(text("register/key"));
        return each("checkpoints/cases.json", "checkpoint", 10, one -> {
            byte[] note = Files.readAllBytes(VECTORS.resolve("checkpoints/" + one.get("checkpoint")));
            if (Boolean.TRUE.equals(one.get("sound"))) {
                assertThat(Checkpoint.open(note, key).size()).isEqualTo(300);
                assertThat(WitnessPolicy.parse(text("policy/both.txt")).cosigners(SignedNote.parse(note)))
                        .isEqualTo(one.get("cosigners"));
                for (Map.Entry<?, ?> expected : ((Map<?, ?>) Optional.ofNullable(one.get("satisfies")).orElseThrow())
                        .entrySet()) {
                    assertThat(WitnessPolicy.parse(text("policy/" + expected.getKey()))
                            .satisfied(SignedNote.parse(note))).as("%s", expected).isEqualTo(expected.getValue());
                }
            } else {
                assertThatThrownBy(() -> Checkpoint.open(note, key)).isInstanceOf(SealFault.class)
                        .hasMessage(String.valueOf(one.get("says")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> proofs() throws Exception {
        return each("proof/cases.json", "proof", 13, one -> {
            List<String> words = new ArrayList<>(List.of("proof", "vectors/proof/" + one.get("proof"), "--policy",
                    "vectors/policy/" + one.get("policy"), "--json"));
            if (one.containsKey("entry")) {
                words.addAll(List.of("--entry", "vectors/" + one.get("entry")));
            }
            Ended ended = Ended.run(words.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.err()).isEqualTo(((Long) Optional.ofNullable(one.get("exit"))
                    .orElseThrow()).intValue());
            if (ended.exit() == VerifyExit.NOT_CHECKED.code()) {
                assertThat(ended.err()).isEqualTo("nullaosta: nothing was checked: `vectors/proof/" + one.get("proof")
                        + "`: " + one.get("says") + "\n");
            } else {
                Map<?, ?> json = (Map<?, ?>) Optional.ofNullable(CanonicalJson.read(ended.out().getBytes(
                        StandardCharsets.UTF_8))).orElseThrow();
                assertThat(json.get("outcome")).isEqualTo(one.get("outcome"));
                assertThat(json.get("sentence")).isEqualTo(one.get("says"));
            }
        });
    }

    /** A file that reads back is written as it was read. */
    @Test
    void proofFilesReadBack() throws Exception {
        for (Map<?, ?> one : cases("proof/cases.json")) {
            if (!Long.valueOf(1).equals(one.get("exit"))) {
                byte[] file = Files.readAllBytes(VECTORS.resolve("proof/" + one.get("proof")));
                assertThat(ProofFile.parse(file).bytes()).isEqualTo(file);
            }
        }
    }
}
