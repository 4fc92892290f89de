package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.exercise.Demonstration;
import nullaosta.exercise.Scene;
import nullaosta.exercise.SceneReader;
import nullaosta.mission.DataMode;
import nullaosta.mission.Receipt;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A stopped server's folder is copied and put back elsewhere, as docs/operating.md has it. */
class BackupTest {

    @TempDir
    Path folder;

    private static Installation open(Path data) throws Exception {
        return Installation.open(new Installation.Settings(data, Path.of("target"), Path.of("hosts/it"),
                Path.of("agreements"), DataMode.EXERCISE, Optional.empty()), new SecureRandom(), line -> {
                });
    }

    private static Dossier file(Installation installation) throws Exception {
        Scene scene = new SceneReader(installation.dossiers().chancery().missions()).all(Path.of("tour")).getFirst();
        Instant at = scene.receipt().receivedAt();
        Answer answer = installation.dossiers().file(installation.people().find(scene.filedBy()).orElseThrow(), at,
                new Command.FileMission(scene.mission(), new Receipt(at, "filed at the door"),
                        Optional.of("note verbale 1/2016")));
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).dossier();
    }

    /** Entries of the register, once all were published and every one of them was verified. */
    private static long verified(Installation installation) throws Exception {
        for (int i = 0; i < 200 && !installation.log().drained(); i++) {
            Thread.sleep(50);
        }
        return RegisterVerifier.verify(installation.log()::read,
                installation.published().registerVerifier()) instanceof Verification.Sound sound
                        ? sound.checkpoint().size()
                        : -1;
    }

    @Test
    void aRestoredFolderHasEveryCaseAndItsRegisterGoesOn() throws Exception {
        Path live = folder.resolve("live");
        Path restored = folder.resolve("restored");
        Dossier filed;
        long entries;
        try (Installation installation = open(live)) {
            Demonstration.conclude(installation);
            filed = file(installation);
            entries = verified(installation);
        }
        FileSystemUtils.copyRecursively(live, restored);
        FileSystemUtils.deleteRecursively(live);
        // a copy by other hands may have opened what its owner alone may read
        Files.setPosixFilePermissions(restored.resolve("db"), PosixFilePermissions.fromString("rwx------"));
        try (Installation installation = open(restored)) {
            assertThat(verified(installation)).isEqualTo(entries).isPositive();
            assertThat(installation.dossiers().find(filed.number())).contains(filed);
            assertThat(file(installation).number()).isNotEqualTo(filed.number());
            assertThat(verified(installation)).isGreaterThan(entries);
        }
        Path key = restored.resolve("keys/vault.key");
        Path kept = Files.move(key, folder.resolve("kept"));
        assertThatThrownBy(() -> open(restored)).isInstanceOf(Installation.Refused.class)
                .hasMessage("the database holds cases, and " + key
                        + ", the key that opens them, is missing; put it back from where it is kept safe");
        assertThat(key).doesNotExist();
        VaultKey.generate(new SecureRandom()).save(key);
        assertThatThrownBy(() -> open(restored)).isInstanceOf(Installation.Refused.class)
                .hasMessage("the cases in the database are closed under another key than " + key
                        + "; give the data folder that belongs to it with --data");
        Files.writeString(key, "-----BEGIN NULLAOSTA VAULT KEY-----");
        assertThatThrownBy(() -> open(restored)).isInstanceOf(Installation.Refused.class)
                .hasMessage(
                        key + " is no key file (expected a PEM block `NULLAOSTA VAULT KEY`, found none); put it back"
                                + " from where it is kept safe");
        Files.move(kept, key, StandardCopyOption.REPLACE_EXISTING);
        try (Installation installation = open(restored)) {
            assertThat(installation.dossiers().find(filed.number())).contains(filed);
        }
    }
}
