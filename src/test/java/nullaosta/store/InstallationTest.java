package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir(factory = UnderTarget.class)
    private Path data;

    /** PostgreSQL runs as another user when the tests run as root, and that user must reach the folder. */
    static final class UnderTarget implements org.junit.jupiter.api.io.TempDirFactory {
        @Override
        public Path createTempDirectory(org.junit.jupiter.api.extension.AnnotatedElementContext element,
                org.junit.jupiter.api.extension.ExtensionContext context) throws Exception {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "install-");
        }
    }

    private Installation open(Path host, Path agreements) throws Installation.Refused {
        return Installation.open(new Installation.Settings(data, Path.of("target").toAbsolutePath(), host, agreements,
                DataMode.EXERCISE, Optional.empty()), new SecureRandom(), line -> {
                });
    }

    private Installation open() throws Installation.Refused {
        return open(Path.of("hosts/it"), Path.of("agreements"));
    }

    @Test
    void keysAreMadeOnceAndReadableByTheirOwnerAlone() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Installation installation = open()) {
                keys.add(installation.published().registerVerifier().vkey() + installation.published()
                        .trust(Instant.parse("2016-03-01T12:00:00Z")).issuers().keySet());
            }
        }
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        for (String key : List.of("issuer.pem", "register.pem")) {
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(data.resolve("keys").resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anEmptyRegisterIsPublishedAtTheFirstStart() throws Exception {
        try (Installation installation = open()) {
            for (int i = 0; i < 100 && !installation.log().drained(); i++) {
                Thread.sleep(50);
            }
            assertThat(RegisterVerifier.verify(installation.log()::read, installation.published().registerVerifier()))
                    .isInstanceOfSatisfying(Verification.Sound.class,
                            sound -> assertThat(sound.checkpoint().size()).isZero());
        }
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (Installation first = open()) {
            assertThat(first.data()).isEqualTo(data);
            assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class)
                    .hasMessage("another server uses the data folder " + data
                            + "; stop it, or give another with --data");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "in the way");
        assertThatThrownBy(() -> Installation.open(
                new Installation.Settings(file, Path.of("target").toAbsolutePath(), Path.of("hosts/it"),
                        Path.of("agreements"), DataMode.EXERCISE, Optional.empty()),
                new SecureRandom(), line -> {
                })).isInstanceOf(Installation.Refused.class).hasMessageStartingWith("the data folder " + file)
                .hasMessageEndingWith("give another with --data, or mend its permissions");
    }

    @Test
    void keysThatAreNoneAreRefusedAndTheDatabaseIsLetGo() throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/issuer.pem"), "no key\n");
        assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class)
                .hasMessage("the key file " + data.resolve("keys/issuer.pem")
                        + " cannot be used (expected a PEM block `PRIVATE KEY`, found none); restore it from a backup:"
                        + " without it what it signed cannot be continued");
        Files.delete(data.resolve("keys/issuer.pem"));
        open().close();
    }

    @Test
    void aHostThatIsNotDescribedIsRefused() {
        assertThatThrownBy(() -> open(Path.of("hosts/nowhere"), Path.of("agreements")))
                .isInstanceOf(Installation.Refused.class)
                .hasMessage("hosts/nowhere/host.json: cannot be read; expected the description of a host");
    }

    @Test
    void noAgreementIsRefused() throws Exception {
        Path none = Files.createDirectories(data.resolve("none"));
        assertThatThrownBy(() -> open(Path.of("hosts/it"), none)).isInstanceOf(Installation.Refused.class)
                .hasMessage("no agreement was found; give the folder that holds them with --agreements");
    }
}
