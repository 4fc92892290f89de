package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive as it is handed out: unpacked where there is neither Maven nor anything to build from. */
class ReleaseIT {

    /** A home that is not there, so that no repository of Maven's can be read; ports of proxies that nobody answers at. */
    private static final Map<String, String> ALONE = Map.of("HOME", "/nonexistent", "JAVA_HOME",
            System.getProperty("java.home"), "JAVA_TOOL_OPTIONS", "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9");

    @TempDir
    private static Path folder;

    private static Path home = Path.of("");

    @BeforeAll
    static void unpack() throws Exception {
        Shell.Outcome made = Shell.run(Path.of("target"), Map.of("JAVA_HOME", System.getProperty("java.home")), "bash",
                "-c", "exec ../release");
        assertThat(made.exit()).as(made.said()).isZero();
        assertThat(made.said()).contains("release: target/nullaosta-");
        Path archive = only(Path.of("target"), ".tar.gz");
        said(Path.of("target"), "sha256sum --check --quiet " + archive.getFileName() + ".sha256");
        said(folder, "tar -xzf " + archive.toAbsolutePath());
        home = only(folder, "");
    }

    @Test
    void everyFileIsInItsListAndAsItSays() throws Exception {
        said(home, "sha256sum --check --quiet SHA256SUMS");
        List<String> listed = Files.readAllLines(home.resolve("SHA256SUMS")).stream()
                .map(line -> line.substring(line.indexOf("./") + 2)).toList();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(listed).containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .filter(name -> !List.of("SHA256SUMS", "nullaosta.jsa").contains(name) && !name.startsWith("said-"))
                    .toList());
        }
    }

    @Test
    void theBillOfMaterialsNamesEachLibraryAndItsBytes() throws IOException {
        Map<String, String> billed = new TreeMap<>();
        for (JsonNode component : new JsonMapper().readTree(home.resolve("sbom.json")).get("components")) {
            for (JsonNode hash : component.get("hashes")) {
                if (hash.get("alg").asString().equals("SHA-256")) {
                    billed.put(component.get("name").asString() + "-" + component.get("version").asString() + ".jar",
                            hash.get("content").asString());
                }
            }
        }
        Map<String, String> shipped = new TreeMap<>();
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                shipped.put(jar.getFileName().toString(),
                        Digest.of(Files.readAllBytes(jar)).hex());
            }
        }
        assertThat(billed).isEqualTo(shipped);
    }

    @Test
    void assessesAndVerifiesWithoutMavenAndNetwork() throws Exception {
        Shell.Outcome assessed = Shell.run(home, ALONE, "bash", "-c", "exec ./nullaosta assess"
                + " agreements/it-us-sigonella casebook/sabratha-training-camp/facts.yaml");
        assertThat(assessed.exit()).as(assessed.said()).isEqualTo(2);
        Shell.Outcome verified = Shell.run(home, ALONE, System.getProperty("java.home") + "/bin/java", "-jar",
                "nullaosta-verify.jar", "register", "vectors/register/sound", "--key", "vectors/register/key");
        assertThat(verified.exit()).as(verified.said()).isZero();
    }

    @Test
    void servesWithoutMavenAndNetwork() throws Exception {
        Path output = folder.resolve("serve.txt");
        Process server = Shell.start(home, ALONE, output, "bash", "-c",
                "exec ./nullaosta serve --demo --port 0 --data " + folder.resolve("data"));
        try {
            ready(server, output);
        } finally {
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(home.resolve("target")).doesNotExist();
    }

    private static void ready(Process server, Path output) throws Exception {
        for (int tenths = 0; tenths < 900; tenths++) {
            if (Files.readString(output).contains("Nullaosta is ready: http://localhost:")) {
                return;
            }
            assertThat(server.isAlive()).as(Files.readString(output)).isTrue();
            Thread.sleep(100);
        }
        throw new AssertionError("not ready within 90 s: " + Files.readString(output));
    }

    private static Path only(Path parent, String ending) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().startsWith("nullaosta-")
                    && file.getFileName().toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static void said(Path where, String command) throws Exception {
        Shell.Outcome outcome = Shell.run(where, Map.of(), "bash", "-c", command);
        assertThat(outcome.exit()).as("%s\n%s", command, outcome.said()).isZero();
    }
}
