package nullaosta.register.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nullaosta.register.MemoryLog;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.TestWitness;
import nullaosta.seal.WitnessPolicy;
import nullaosta.witness.Keeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of a register grows with it, survives a crash, and never follows a changed history. */
class MirrorTest {

    private static final Instant AT = Instant.parse("2016-03-01T18:10:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final NoteKey key;

    MirrorTest() throws SealFault {
        key = NoteKey.generate("example.org/register", new SecureRandom());
    }

    private MemoryLog log(String word, int entries) {
        MemoryLog log = new MemoryLog();
        grow(log, word, entries);
        return log;
    }

    private void grow(MemoryLog log, String word, int until) {
        for (int i = log.entries.size(); i < until; i++) {
            log.queue.add((word + " " + i).getBytes(StandardCharsets.UTF_8));
        }
        new Keeper(log, log.tiles(), key).round();
    }

    private Mirroring update(LogSource source) {
        return new Mirror(source, folder, key.verifier(), Optional.empty()).update(AT);
    }

    private Verification copy() {
        return RegisterVerifier.verify(LogSource.directory(folder), key.verifier());
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** Property: after every growth the copy verifies as a whole and has the register's own files. */
    @Test
    void theCopyGrowsWithTheRegister() throws Exception {
        MemoryLog log = new MemoryLog();
        Random random = new Random(257);
        int held = 0;
        for (int size : List.of(0, 1, 2, 255, 256, 257, 300, 511, 512, 700 + random.nextInt(100), 1100)) {
            grow(log, "entry", size);
            Mirroring came = update(log);
            int from = held;
            assertThat(came).isInstanceOfSatisfying(Mirroring.Grown.class, grown -> {
                assertThat(grown.from()).isEqualTo(from);
                assertThat(grown.checkpoint().size()).isEqualTo(log.entries.size());
            });
            assertThat(copy()).isInstanceOf(Verification.Sound.class);
            assertThat(update(log)).isInstanceOf(Mirroring.Unchanged.class);
            held = size;
        }
        assertThat(files()).containsKeys("tile/entries/000", "tile/0/003", "tile/1/000.p/4").doesNotContainKey(
                "tile/0/000.p/255");
        files().forEach((path, text) -> assertThat(log.read(path)).as(path)
                .contains(text.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(new Mirror(LogSource.directory(folder), folder.resolve("second"), key.verifier(), Optional.empty())
                .update(AT)).isInstanceOf(Mirroring.Grown.class);
    }

    /** Entries, tiles and the checkpoint last: wherever it stops, the older copy stands and the next run ends the work. */
    @Test
    void aCrashAnywhereLeavesTheOlderCopy() throws Exception {
        MemoryLog log = log("entry", 300);
        update(log);
        grow(log, "entry", 800);
        int reads = 0;
        while (true) {
            AtomicInteger left = new AtomicInteger(++reads);
            LogSource dying = path -> {
                if (left.getAndDecrement() == 0) {
                    throw new IOException("the cable was cut");
                }
                return log.read(path);
            };
            Mirroring came = update(dying);
            if (came instanceof Mirroring.Grown) {
                break;
            }
            assertThat(came).isEqualTo(new Mirroring.Unread("the cable was cut"));
            assertThat(copy()).isInstanceOfSatisfying(Verification.Sound.class,
                    sound -> assertThat(sound.checkpoint().size()).isEqualTo(300));
        }
        assertThat(reads).isGreaterThan(8);
        assertThat(copy()).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.checkpoint().size()).isEqualTo(800));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300 | it has signed two roots for the same 300 entries
            299 | it has published 300 entries before and 299 now
            700 | its first 300 entries are not what they were
            """)
    void aChangedHistoryIsKeptAsEvidence(int size, String what) throws Exception {
        update(log("entry", 300));
        Map<String, String> before = files();
        MemoryLog other = log("other", size);
        Mirroring came = update(other);
        assertThat(came).isInstanceOfSatisfying(Mirroring.Changed.class, changed -> {
            assertThat(changed.what()).isEqualTo(what);
            assertThat(changed.held().size()).isEqualTo(300);
            assertThat(changed.seen().size()).isEqualTo(size);
            assertThat(changed.evidence()).hasSize(2).allSatisfy(file -> assertThat(file.getFileName().toString())
                    .startsWith("20160301T181000Z-"));
        });
        assertThat(update(other)).isEqualTo(came);
        Map<String, String> after = files();
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 2);
        after.keySet().removeAll(before.keySet());
        assertThat(after.values()).containsExactlyInAnyOrder(before.get("checkpoint"),
                new String(other.read("checkpoint").orElseThrow(), StandardCharsets.ISO_8859_1));
    }

    /** Only the last entry held differs, behind a full tile: the tiles' proof finds it. */
    @Test
    void oneEntryOfThePastIsEnough() {
        MemoryLog log = log("entry", 299);
        MemoryLog other = log("entry", 299);
        grow(log, "entry", 300);
        grow(other, "other", 300);
        update(log);
        grow(other, "entry", 600);
        assertThat(update(other)).isInstanceOf(Mirroring.Changed.class);
    }

    /** What is merely served wrong accuses nobody of a second history. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tile/0/000       | tile/0/000: entry 0 does not have the hash that the tile holds
            tile/entries/001 | tile/entries/001: missing, though the checkpoint counts it
            tile/1/000.p/2   | tile/1/000.p/2: hash 0 does not follow from the tiles below
            checkpoint       | checkpoint: a signed note is a text, an empty line and lines of signatures; found no signatures
            """)
    void whatIsServedWrongIsNotTaken(String path, String what) throws Exception {
        MemoryLog log = log("entry", 200);
        update(log);
        Map<String, String> before = files();
        grow(log, "entry", 600);
        Mirroring came = update(asked -> asked.equals(path)
                ? path.startsWith("tile/entries")
                        ? Optional.empty()
                        : log.read(asked).map(bytes -> new byte[bytes.length == 0
                                ? 1
                                : path.equals("checkpoint")
                                        ? 9
                                        : bytes.length])
                                .map(MirrorTest::printable)
                : log.read(asked));
        assertThat(came).isInstanceOfSatisfying(Mirroring.Broken.class,
                broken -> assertThat(broken.where() + ": " + broken.what()).isEqualTo(what));
        assertThat(files()).containsAllEntriesOf(before);
        assertThat(update(log)).isInstanceOf(Mirroring.Grown.class);
    }

    private static byte[] printable(byte[] bytes) {
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    @Test
    void aCopyThatWasDamagedSaysSo() throws Exception {
        MemoryLog log = log("entry", 300);
        update(log);
        Files.write(folder.resolve("tile/0/001.p/44"), new byte[44 * 32]);
        grow(log, "entry", 400);
        assertThat(update(log)).isEqualTo(new Mirroring.Unread("the copy was damaged: its own tiles do not give the "
                + "root of its checkpoint; start again in an empty folder"));
        Files.writeString(folder.resolve("checkpoint"), "x");
        assertThat(update(log)).isEqualTo(new Mirroring.Unread("`" + folder.resolve("checkpoint")
                + "` is no checkpoint of this register: a signed note is a text, an empty line and lines of "
                + "signatures; found no signatures; give a folder of its own"));
    }

    @Test
    void withoutItsWitnessesNothingIsTaken() throws Exception {
        TestWitness witness = TestWitness.generate("witness.example", new SecureRandom());
        WitnessPolicy policy = WitnessPolicy.of(new WitnessPolicy.Log(key.verifier(), Optional.empty()),
                List.of(new WitnessPolicy.Witness("w", witness.verifier(), Optional.empty())), 1);
        MemoryLog log = log("entry", 3);
        Mirror mirror = new Mirror(log, folder, key.verifier(), Optional.of(policy));
        assertThat(mirror.update(AT)).isInstanceOfSatisfying(Mirroring.Unwitnessed.class,
                it -> assertThat(it.cosigners()).isEmpty());
        assertThat(files()).isEmpty();
        byte[] cosigned = witness.cosign(SignedNote.parse(log.read("checkpoint").orElseThrow()), AT).bytes();
        LogSource seen = path -> path.equals("checkpoint") ? Optional.of(cosigned) : log.read(path);
        assertThat(new Mirror(seen, folder, key.verifier(), Optional.of(policy)).update(AT))
                .isInstanceOf(Mirroring.Grown.class);
        assertThat(Files.readAllBytes(folder.resolve("checkpoint"))).isEqualTo(cosigned);
    }
}
