package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nullaosta.exercise.Demonstration;
import nullaosta.exercise.Scene;
import nullaosta.exercise.SceneReader;
import nullaosta.mission.DataMode;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.store.Installation;
import org.springframework.util.FileSystemUtils;

/** The demonstration as {@code serve --demo} runs it, on a port and in a folder of its own. */
final class Demo implements AutoCloseable {

    private final Installation installation;
    private final Server server;
    private final List<Scene> scenes;
    private final Demonstration demonstration;

    private Demo(Installation installation, Server server, List<Scene> scenes, Demonstration demonstration) {
        this.scenes = scenes;
        this.installation = installation;
        this.server = server;
        this.demonstration = demonstration;
    }

    /** With today's cases on the desk and two flights in the air. */
    static Demo open() throws Exception {
        Demo demo = still();
        demo.demonstration.open();
        demo.demonstration.fly(demo.server.watch().floor());
        return demo;
    }

    /** Without a case. */
    static Demo still() throws Exception {
        Demo demo = unsigned();
        Demonstration.conclude(demo.installation);
        return demo;
    }

    /** As a server stands at its first start, before anybody has signed an agreement. */
    static Demo unsigned() throws Exception {
        return of(Path.of("hosts/it"));
    }

    /** Without a case, of a host that another folder describes. */
    static Demo still(Path host) throws Exception {
        Demo demo = of(host);
        Demonstration.conclude(demo.installation);
        return demo;
    }

    private static Demo of(Path host) throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        Installation installation = Installation.open(
                new Installation.Settings(Files.createTempDirectory(target, "demo-"), target, host,
                        Path.of("agreements"), DataMode.EXERCISE, Optional.empty()),
                new SecureRandom(), line -> {
                });
        InstantSource clock = InstantSource.system();
        Server server = Server.demonstration(installation, clock, 0);
        List<Scene> scenes = new SceneReader(installation.dossiers().chancery().missions()).all(Path.of("tour"));
        return new Demo(installation, server, scenes, new Demonstration(installation, scenes, clock));
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    /** The same scenes by another clock. */
    Demonstration demonstration(InstantSource clock) {
        return new Demonstration(installation, scenes, clock);
    }

    Caller as(String person) {
        return new Caller(address(), person);
    }

    Scene scene(String name) {
        return scenes.stream().filter(scene -> scene.name().equals(name)).findFirst().orElseThrow();
    }

    /** Every address that the server answers, as its pages and programs' places declare them. */
    Set<String> addresses() {
        return server.addresses();
    }

    Installation installation() {
        return installation;
    }

    /** The whole register, once it has taken every entry. */
    Verification verified() throws InterruptedException {
        for (int i = 0; i < 200 && !installation.log().drained(); i++) {
            Thread.sleep(50);
        }
        return RegisterVerifier.verify(installation.log()::read, installation.published().registerVerifier());
    }

    /** Whatever a test did, the register it leaves is sound. */
    @Override
    public void close() {
        demonstration.close();
        try {
            assertThat(verified()).isInstanceOf(Verification.Sound.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
        installation.close();
        try {
            FileSystemUtils.deleteRecursively(installation.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
