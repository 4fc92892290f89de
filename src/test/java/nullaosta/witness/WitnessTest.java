package nullaosta.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nullaosta.register.Integrator;
import nullaosta.register.MemoryLog;
import nullaosta.register.TreeHead;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.NoteKey;
import nullaosta.seal.Scheme;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a witness cosigns, and with which status of C2SP tlog-witness it refuses the rest. */
class WitnessTest {

    private static final Instant NOW = Instant.parse("2016-03-01T18:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final MemoryLog log = new MemoryLog();
    private NoteKey register;
    private WitnessKey key;

    @BeforeEach
    void makeKeys() throws SealFault {
        register = NoteKey.generate("example.org/register", RANDOM);
        key = WitnessKey.generate("parliament.example/witness", Scheme.EDDSA, RANDOM);
    }

    /** A witness that remembers nothing but what is in its folder. */
    private WitnessAnswer ask(AddCheckpoint request) throws Exception {
        try (WitnessMemory memory = new WitnessMemory(folder)) {
            return new Witness(key, Map.of(register.name(), register.verifier()), memory)
                    .add(AddCheckpoint.parse(request.bytes()), NOW);
        }
    }

    @Test
    void twoWitnessesDoNotShareAMemory() throws Exception {
        try (WitnessMemory memory = new WitnessMemory(folder)) {
            assertThat(memory.last("example.org/register")).isEmpty();
            assertThatThrownBy(() -> new WitnessMemory(folder)).isInstanceOf(IOException.class)
                    .hasMessage(folder + " is held by another witness; stop it, or give another folder");
        }
    }

    /** So many more entries, and the signed checkpoint of the tree they give. */
    private SignedNote grown(int entries) {
        for (int i = 0; i < entries; i++) {
            log.queue.add(new byte[]{(byte) i});
        }
        new Integrator(log).round();
        TreeHead head = log.head();
        return new Checkpoint(register.name(), head.size(), head.root()).sign(register);
    }

    private AddCheckpoint request(long from, SignedNote note) {
        return AddCheckpoint.of(new TileTree(log.head().size(), log.tiles()).consistency(from), note);
    }

    @ParameterizedTest
    @EnumSource(names = {"EDDSA", "ML_DSA_44"})
    void whatContinuesIsCosigned(Scheme scheme) throws Exception {
        key = WitnessKey.generate("parliament.example/witness", scheme, RANDOM);
        long before = 0;
        for (int more : List.of(0, 1, 255, 1, 0, 300)) {
            SignedNote note = grown(more);
            WitnessAnswer answer = ask(request(before, note));
            assertThat(answer).isInstanceOfSatisfying(WitnessAnswer.Cosigned.class,
                    cosigned -> assertThat(key.verifier().cosignedAt(note.with(cosigned.lines().getFirst())))
                            .contains(NOW));
            before = log.head().size();
        }
        key.save(folder.resolve("witness.pem"));
        assertThat(WitnessKey.load(key.verifier().name(), folder.resolve("witness.pem")).verifier())
                .isEqualTo(key.verifier());
    }

    @Test
    void anotherStartingPointIsAnsweredWithTheLastSizeSeen() throws Exception {
        ask(request(0, grown(3)));
        assertThat(ask(request(0, grown(2)))).isEqualTo(new WitnessAnswer.SawLast(3));
        assertThat(ask(request(3, grown(0)))).isInstanceOf(WitnessAnswer.Cosigned.class);
    }

    @Test
    void anEarlierTreeIsNeverSignedAgain() throws Exception {
        SignedNote three = grown(3);
        AddCheckpoint toThree = request(0, three);
        ask(toThree);
        ask(request(3, grown(2)));
        assertThat(ask(toThree)).isEqualTo(new WitnessAnswer.SawLast(5));
        assertThat(ask(new AddCheckpoint(5, List.of(), three))).isEqualTo(new WitnessAnswer.Refused(400,
                "the proof starts from 5, beyond the checkpoint's 3"));
    }

    @Test
    void anotherHistoryIsRefused() throws Exception {
        ask(request(0, grown(3)));
        SignedNote sameSize = new Checkpoint(register.name(), 3, Merkle.leaf(new byte[]{9})).sign(register);
        assertThat(ask(new AddCheckpoint(3, List.of(), sameSize)))
                .isInstanceOfSatisfying(WitnessAnswer.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.words()).startsWith("another history: of size 3 this witness saw the root ");
                });
        SignedNote longer = new Checkpoint(register.name(), 5, Merkle.leaf(new byte[]{9})).sign(register);
        assertThat(ask(new AddCheckpoint(3, List.of(Merkle.EMPTY, Merkle.EMPTY), longer)))
                .isEqualTo(new WitnessAnswer.Refused(422, "the proof does not lead from size 3 to 5"));
        assertThat(ask(request(3, grown(1)))).as("the true history goes on")
                .isInstanceOf(WitnessAnswer.Cosigned.class);
    }

    @Test
    void strangersAreRefused() throws Exception {
        NoteKey other = NoteKey.generate("example.org/other", RANDOM);
        assertThat(ask(new AddCheckpoint(0, List.of(), new Checkpoint(other.name(), 0, Merkle.EMPTY).sign(other))))
                .isEqualTo(new WitnessAnswer.Refused(404,
                        "this witness does not watch a register `example.org/other`"));
        NoteKey thief = NoteKey.generate(register.name(), RANDOM);
        assertThat(ask(new AddCheckpoint(0, List.of(), new Checkpoint(thief.name(), 0, Merkle.EMPTY).sign(thief))))
                .isEqualTo(new WitnessAnswer.Refused(403, "the register's key did not sign this checkpoint"));
    }

    /** What a witness no longer knows it must not sign: a file that was cut is not an empty one. */
    @Test
    void aWitnessThatLostItsMemorySignsNothing() throws Exception {
        ask(request(0, grown(3)));
        try (var files = Files.list(folder)) {
            Files.writeString(
                    files.filter(file -> file.getFileName().toString().length() == 64).findFirst().orElseThrow(), "");
        }
        assertThatThrownBy(() -> ask(request(0, grown(0)))).isInstanceOf(IOException.class)
                .hasMessageEndingWith(
                        "does not hold origin, size and root; put it back from where it is kept safe");
    }

    @Test
    void aRequestOfAnotherShapeIsRefused() {
        for (Map.Entry<String, String> bad : Map.of("new 3\n\nx", "the first line is `old` and a size without zeros "
                + "before it", "old 03\n\nx", "the first line is `old` and a size without zeros before it", "old 3",
                "the request is `old`, a proof, an empty line and a checkpoint; found no empty line",
                "old 3\n" + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".repeat(64) + "\nx",
                "the proof has 64 hashes; at most 63").entrySet()) {
            assertThatThrownBy(
                    () -> AddCheckpoint.parse(bad.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isInstanceOf(SealFault.class).hasMessage(bad.getValue());
        }
    }
}
