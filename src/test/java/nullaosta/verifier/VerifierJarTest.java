package nullaosta.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as strangers have it: one small jar, a JDK, and nothing else. */
class VerifierJarTest {

    private static final Path JAR = Path.of("target/nullaosta-verify.jar").toAbsolutePath();
    private static final String CLEARANCES = Path.of("vectors/clearance").toAbsolutePath() + "/";
    private static final String REGISTER = Path.of("vectors/register").toAbsolutePath() + "/";

    @TempDir
    private Path alone = Path.of("");

    @Test
    void itIsSmallAndHoldsItsPackagesOnly() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(2_000_000);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path")).isNull();
            Set<String> packages = jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceAll("/[^/]*$", "")).collect(Collectors.toSet());
            assertThat(packages).containsExactlyInAnyOrder("nullaosta/clearance/token",
                    "nullaosta/appointment", "nullaosta/disclosure", "nullaosta/register/mirror",
                    "nullaosta/register/proof", "nullaosta/seal",
                    "nullaosta/verifier");
        }
    }

    @Test
    void itChecksAClearance() throws Exception {
        assertThat(run("clearance", "@" + CLEARANCES + "valid.txt", "--trust", CLEARANCES + "trust.json", "--pack",
                CLEARANCES + "pack.json", "--at", "2016-03-01T18:10:00Z").said()).startsWith("GREEN  ");
        assertThat(run("clearance", "@" + CLEARANCES + "revoked.txt", "--trust", CLEARANCES + "trust.json", "--pack",
                CLEARANCES + "pack.json", "--at", "2016-03-01T18:10:00Z").exit()).isEqualTo(2);
    }

    @Test
    void itVerifiesARegisterAndAProof() throws Exception {
        assertThat(run("register", REGISTER + "sound", "--key", REGISTER + "key").said()).startsWith("SOUND  ");
        assertThat(run("register", REGISTER + "altered", "--key", REGISTER + "key").exit()).isEqualTo(2);
        assertThat(run("proof", REGISTER + "../proof/both-witnesses.tlog-proof", "--policy",
                REGISTER + "../policy/both.txt", "--entry", CLEARANCES + "valid.entry.json").said())
                .startsWith("PROVEN  ");
    }

    /** What a mirror took over HTTP is a register itself. */
    @Test
    void itMirrorsOverHttp() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path asked = Path.of(REGISTER + "sound" + exchange.getRequestURI().getPath());
            byte[] body = Files.isRegularFile(asked) ? Files.readAllBytes(asked) : new byte[1];
            exchange.sendResponseHeaders(Files.isRegularFile(asked) ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            assertThat(run("mirror", "http://localhost:" + server.getAddress().getPort(), "copy", "--key",
                    REGISTER + "key").said()).startsWith("TAKEN  300 new entries");
        } finally {
            server.stop(0);
        }
        assertThat(run("register", "copy", "--key", REGISTER + "key").said()).startsWith("SOUND  ");
        Ended changed = run("mirror", REGISTER + "altered", "copy", "--key", REGISTER + "key");
        assertThat(changed.exit()).isEqualTo(2);
        assertThat(changed.said()).startsWith("CHANGED  ");
    }

    @Test
    void itSaysHowItIsUsed() throws Exception {
        Ended ended = run();
        assertThat(ended.exit()).isEqualTo(64);
        assertThat(ended.said())
                .isEqualTo("nullaosta: say what to verify: clearance, register, proof, disclosure, decision, mirror\n"
                        + "usage: nullaosta-verify COMMAND …; nullaosta-verify --help tells more\n");
    }

    private record Ended(int exit, String said) {}

    private Ended run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Dstderr.encoding=UTF-8", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(alone.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.equals("CLASSPATH"));
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
