package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.seal.NoteKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a host's folder: what does not belong together is refused before anything is signed. */
class InstallationTest {

    @TempDir
    Path data;

    private Installation open() throws Exception {
        return Installation.open(new Installation.Settings(data, Path.of("target"), Path.of("hosts/it"),
                Path.of("agreements"), DataMode.EXERCISE, Optional.empty()), new SecureRandom(), line -> {
                });
    }

    private void refuses(String words) {
        assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class).hasMessage(words);
    }

    @Test
    void aRegisterIsNeverGoneOnWithUnderAnotherKey() throws Exception {
        try (Installation installation = open()) {
            while (installation.log().checkpoint().isEmpty()) {
                Thread.sleep(20);
            }
        }
        Path key = data.resolve("keys/register.pem");
        Path kept = Files.move(key, data.resolve("kept.pem"));
        refuses("the database holds a register, and " + key
                + ", its key, is missing; put it back from where it is kept safe");
        assertThat(key).doesNotExist();

        NoteKey.generate("nullaosta/it/exercise", new SecureRandom()).save(key);
        refuses("the register in the database is signed by another key than " + key
                + "; give the data folder that belongs to it with --data");

        Files.writeString(key, "-----BEGIN PRIVATE KEY-----");
        refuses(key + " is no key file (expected a PEM block `PRIVATE KEY`, found none); put it back from where it is"
                + " kept safe");

        Files.move(kept, key, StandardCopyOption.REPLACE_EXISTING);
        try (Installation installation = open()) {
            assertThat(installation.log().checkpoint()).isPresent();
        }
    }
}
