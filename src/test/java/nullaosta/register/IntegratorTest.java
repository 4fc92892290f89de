package nullaosta.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Random;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.witness.Keeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegratorTest {

    private final NoteKey key = newKey();
    private final MemoryLog log = new MemoryLog();

    @Test
    void anEmptyRegisterIsPublishedAtOnce() {
        assertThat(new Keeper(log, log.tiles(), key).round()).isFalse();
        assertThat(verify(log)).isInstanceOfSatisfying(Verification.Sound.class, sound -> {
            assertThat(sound.checkpoint()).isEqualTo(new Checkpoint("example.org/register", 0, Merkle.EMPTY));
            assertThat(sound.note().signedBy(key.verifier())).isTrue();
            assertThat(sound.tiles() + sound.bundles()).isZero();
        });
    }

    /** Property: whatever the batches, the whole register verifies, and another keeper goes on where one stopped. */
    @Test
    void everySizeVerifies() {
        Random random = new Random(256);
        Keeper keeper = new Keeper(log, log.tiles(), key);
        while (log.entries.size() < 1200) {
            for (int i = random.nextInt(90); i > 0; i--) {
                log.queue.add(Integer.toString(random.nextInt()).getBytes(StandardCharsets.UTF_8));
            }
            keeper = random.nextInt(3) == 0 ? new Keeper(log, log.tiles(), key) : keeper;
            keeper.round();
            assertThat(verify(log)).isInstanceOfSatisfying(Verification.Sound.class,
                    sound -> assertThat(sound.checkpoint().size()).isEqualTo(log.entries.size()));
        }
    }

    /** The batch is one round's work; whoever calls is told to come back at once. */
    @Test
    void aFullBatchAsksForAnotherRound() {
        for (int i = 0; i < Integrator.BATCH + 1; i++) {
            log.queue.add(new byte[]{(byte) i});
        }
        Keeper keeper = new Keeper(log, log.tiles(), key);
        assertThat(keeper.round()).isTrue();
        assertThat(keeper.round()).isFalse();
        assertThat(verify(log)).isInstanceOfSatisfying(Verification.Sound.class, sound -> {
            assertThat(sound.checkpoint().size()).isEqualTo(4097);
            assertThat(sound.bundles()).isEqualTo(17);
            assertThat(sound.tiles()).isEqualTo(18);
        });
    }

    @Test
    void aCrashBeforeSigningIsMadeGoodByTheNextRound() {
        new Keeper(log, log.tiles(), key).round();
        log.queue.add(new byte[]{1});
        log.crashBeforePublishing = true;
        Keeper first = new Keeper(log, log.tiles(), key);
        assertThatThrownBy(first::round).hasMessage("crash");
        assertThat(log.publishedSize()).isEqualTo(Optional.of(0L));
        new Keeper(log, log.tiles(), key).round();
        assertThat(log.publishedSize()).isEqualTo(Optional.of(1L));
        assertThat(verify(log)).isInstanceOf(Verification.Sound.class);
    }

    /** What a verifier says of a register in which one byte of one file was changed, or a file taken away. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tile/entries/000      | 5   | tile/0/000      | entry 0 does not have the hash that the tile holds
            tile/entries/001.p/44 | 3   | tile/0/001.p/44 | entry 256 does not have the hash that the tile holds
            tile/entries/001.p/44 | 0   | tile/entries/001.p/44 | byte 264: a bundle ends within an entry of 1799 bytes
            tile/0/000            | 33  | tile/0/000      | entry 1 does not have the hash that the tile holds
            tile/1/000.p/1        | 0   | tile/1/000.p/1  | hash 0 does not follow from the tiles below
            tile/1/000.p/1        | -1  | tile/1/000.p/1  | missing, though the checkpoint counts it
            tile/entries/000      | -1  | tile/entries/000 | missing, though the checkpoint counts it
            """)
    void aChangeIsFoundAndPlaced(String path, int at, String where, String what) {
        for (int i = 0; i < 300; i++) {
            log.queue.add(new byte[]{(byte) i, (byte) (i >> 8), 7, 7});
        }
        new Keeper(log, log.tiles(), key).round();
        LogSource altered = asked -> {
            Optional<byte[]> found = log.read(asked);
            if (asked.equals(path) && at < 0) {
                return Optional.empty();
            }
            if (asked.equals(path)) {
                byte[] bytes = found.orElseThrow();
                bytes[at] ^= 1;
                return Optional.of(bytes);
            }
            return found;
        };
        assertThat(verify(altered)).isEqualTo(new Verification.Broken(where, what));
    }

    @Test
    void aCheckpointOfSomeoneElseIsRefused() throws Exception {
        new Keeper(log, log.tiles(), NoteKey.generate("example.org/register", new SecureRandom())).round();
        assertThat(verify(log)).isEqualTo(new Verification.Broken("checkpoint",
                "the checkpoint carries no valid signature of the key `" + key.verifier().vkey() + "`"));
        MemoryLog other = new MemoryLog();
        new Keeper(other, other.tiles(), NoteKey.generate("example.org/other", new SecureRandom())).round();
        assertThat(verify(other)).isEqualTo(new Verification.Broken("checkpoint",
                "the checkpoint is of the register `example.org/other`; expected `example.org/register`"));
    }

    /** A signed checkpoint whose root is not that of the entries: the register lies to somebody. */
    @Test
    void aRootThatTheEntriesDoNotGive() {
        log.queue.add(new byte[]{1});
        new Keeper(log, log.tiles(), key).round();
        LogSource lying = path -> path.equals("checkpoint")
                ? Optional.of(new Checkpoint(key.name(), 1, Merkle.EMPTY).sign(key).bytes())
                : log.read(path);
        assertThat(verify(lying)).isEqualTo(new Verification.Broken("checkpoint",
                "the root is 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, but the entries give "
                        + Merkle.leaf(new byte[]{1}).base64()));
    }

    @Test
    void whatCannotBeReadIsNotJudged() {
        assertThat(verify(path -> Optional.empty()))
                .isEqualTo(new Verification.Unread("no `checkpoint` is published there"));
    }

    private Verification verify(LogSource source) {
        return RegisterVerifier.verify(source, key.verifier());
    }

    private static NoteKey newKey() {
        try {
            return NoteKey.generate("example.org/register", new SecureRandom());
        } catch (SealFault e) {
            throw new AssertionError(e);
        }
    }
}
