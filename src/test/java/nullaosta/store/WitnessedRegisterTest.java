package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.mission.DataMode;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SignedNote;
import nullaosta.witness.Cosigning;
import nullaosta.witness.Quorum;
import nullaosta.witness.WitnessProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register of which nothing is published before two of three witnesses, each a process of its own, have cosigned it. */
class WitnessedRegisterTest {

    private static final String PARLIAMENT = "parliament";
    private static final String OTHER_STATE = "other-state";
    private static final String INSPECTORATE = "inspectorate";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<WitnessProcess> witnesses = new ArrayList<>();
    private Path data;
    private Path key;

    @BeforeEach
    void startWitnesses() throws Exception {
        data = folder.resolve("data");
        Files.createDirectories(data.resolve("keys"));
        NoteKey register = NoteKey.generate("nullaosta/it/exercise", new SecureRandom());
        register.save(data.resolve("keys/register.pem"));
        key = Files.writeString(folder.resolve("register.key"), register.verifier().vkey());
        start(PARLIAMENT);
        start(OTHER_STATE, "--algorithm", "ml-dsa-44");
        start(INSPECTORATE);
    }

    private void start(String name, String... more) throws Exception {
        witnesses.add(WitnessProcess.start(name, folder.resolve(name), key, 0, more));
    }

    @AfterEach
    void stopWitnesses() {
        witnesses.forEach(WitnessProcess::close);
    }

    private Installation open() throws Exception {
        Quorum quorum = new Quorum(witnesses.stream().map(WitnessProcess::known).toList(), 2);
        return Installation.open(new Installation.Settings(data, Path.of("target"), Path.of("hosts/it"),
                Path.of("agreements"), DataMode.EXERCISE, Optional.empty(),
                new Installation.Settings.Keeping(Optional.of(folder.resolve("last.checkpoint")), quorum)),
                new SecureRandom(), line -> {
                });
    }

    private static void until(Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.call()) {
            assertThat(System.nanoTime()).as("it does not come about").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static void enter(Installation installation, int entries) {
        for (int i = 0; i < entries; i++) {
            installation.log().add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static SignedNote published(Installation installation) throws Exception {
        return SignedNote.parse(installation.log().checkpoint().orElseThrow());
    }

    private static Optional<String> trouble(Installation installation, String name) {
        return installation.witnesses().orElseThrow().standings().stream()
                .filter(it -> it.witness().name().equals(name)).findFirst().flatMap(Cosigning.Standing::trouble);
    }

    @Test
    void whatIsPublishedCarriesTheQuorum() throws Exception {
        try (Installation installation = open()) {
            enter(installation, 300);
            until(() -> installation.log().drained() && installation.log().head().size() == 300);
            assertThat(installation.published().policy().cosigners(published(installation)))
                    .contains(PARLIAMENT, OTHER_STATE, INSPECTORATE);
            assertThat(installation.cosigner().cosignedAt(published(installation)))
                    .as("the register's own line in ML-DSA-44").isPresent();
            assertThat(RegisterVerifier.verify(installation.log()::read, installation.published().registerVerifier()))
                    .isInstanceOf(Verification.Sound.class);
            assertThat(Files.readAllBytes(folder.resolve("last.checkpoint"))).isNotEmpty();
        }
    }

    @Test
    void oneWitnessThatIsSilentDelaysNobody() throws Exception {
        try (Installation installation = open()) {
            witnesses.get(1).close();
            enter(installation, 3);
            until(() -> installation.log().publishedSize().orElse(0L) == 3);
            assertThat(installation.published().policy().cosigners(published(installation)))
                    .containsExactly(PARLIAMENT, INSPECTORATE);
            assertThat(trouble(installation, OTHER_STATE).orElseThrow())
                    .startsWith("no connection to http://127.0.0.1");
            assertThat(trouble(installation, PARLIAMENT)).isEmpty();
        }
    }

    @Test
    void withoutAQuorumEntriesWaitAndNothingIsPublished() throws Exception {
        try (Installation installation = open()) {
            until(() -> installation.log().publishedSize().orElse(-1L) == 0);
            int port = witnesses.get(0).port();
            witnesses.get(0).close();
            witnesses.get(1).close();
            enter(installation, 3);
            until(() -> installation.log().head().size() == 3);
            Thread.sleep(2_500);
            assertThat(installation.log().publishedSize()).contains(0L);
            assertThat(installation.log().tile(nullaosta.register.proof.TilePath.parse("tile/0/000.p/3").orElseThrow()))
                    .isEmpty();
            witnesses.set(0, WitnessProcess.start(PARLIAMENT, folder.resolve(PARLIAMENT), key, port));
            until(() -> installation.log().publishedSize().orElse(0L) == 3);
            assertThat(installation.published().policy().cosigners(published(installation)))
                    .containsExactly(PARLIAMENT, INSPECTORATE);
        }
    }

    /** Database and second place are both put back to an earlier day: the witnesses know better. */
    @Test
    void aRegisterThatWasPutBackIsNotPublishedAgain() throws Exception {
        try (Installation installation = open()) {
            enter(installation, 5);
            until(() -> installation.log().publishedSize().orElse(0L) == 5);
        }
        Files.delete(folder.resolve("last.checkpoint"));
        Path keys = Files.move(data.resolve("keys"), folder.resolve("keys"));
        data = Files.createDirectories(folder.resolve("again"));
        Files.move(keys, data.resolve("keys"));
        try (Installation installation = open()) {
            enter(installation, 4);
            until(() -> trouble(installation, PARLIAMENT).isPresent() && installation.log().head().size() == 4);
            Thread.sleep(1_500);
            assertThat(installation.log().checkpoint()).isEmpty();
            assertThat(trouble(installation, PARLIAMENT)).contains("it saw 5 entries of this register, which has "
                    + "fewer: the register was put back to an earlier state");
        }
    }

    @Test
    void aSecondServerOnTheSameKeyStops() throws Exception {
        try (Installation installation = open()) {
            enter(installation, 1);
            until(() -> installation.log().publishedSize().orElse(0L) == 1);
            Path last = folder.resolve("last.checkpoint");
            byte[] ours = Files.readAllBytes(last);
            Files.writeString(last, "another server's");
            enter(installation, 1);
            until(() -> installation.log().head().size() == 2);
            Thread.sleep(1_500);
            assertThat(installation.log().publishedSize()).contains(1L);
            assertThat(Files.readString(last)).isEqualTo("another server's");
            Files.write(last, ours);
            until(() -> installation.log().publishedSize().orElse(0L) == 2);
        }
        Files.writeString(folder.resolve("last.checkpoint"), "no checkpoint");
        assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class)
                .hasMessageEndingWith("put it back from where it is kept safe");
    }
}
