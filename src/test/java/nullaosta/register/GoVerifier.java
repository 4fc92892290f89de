package nullaosta.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nullaosta.register.proof.Checkpoint;

/** {@code golang.org/x/mod} in Debian's package, driven by {@code src/test/go/verify.go}: it shares no code with ours. */
public final class GoVerifier {

    private static final Path SOURCE = Path.of("src/test/go/verify.go");
    private static final String PACKAGES = "/usr/share/gocode";

    private GoVerifier() {
    }

    private static final class Built {
        static final Path PROGRAM = build();

        private static Path build() {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Path program = Files.createDirectories(target).resolve("go-verify");
                String said = run(List.of("go", "build", "-o", program.toString(), SOURCE.toString()),
                        Map.of("GO111MODULE", "off", "GOPATH", PACKAGES, "GOFLAGS", "", "GOTOOLCHAIN", "local",
                                "CGO_ENABLED", "0", "GOCACHE", target.resolve("go-cache").toString()));
                assertThat(said).as("it needs: apt-get install golang-golang-x-mod-dev").isEmpty();
                return program;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(
                        "no `go` on the PATH; install it with: apt-get install golang-go golang-golang-x-mod-dev", e);
            }
        }
    }

    /** What it says of the register at an address, with the checkpoints that it is to find continued. */
    public static String says(String url, String key, List<Checkpoint> earlier)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Built.PROGRAM.toString(), url, key));
        earlier.forEach(it -> command.addAll(List.of(String.valueOf(it.size()), it.root().base64())));
        return run(command, Map.of());
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }
}
