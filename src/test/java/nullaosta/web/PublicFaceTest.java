package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nullaosta.cli.CommandLineDoor;
import nullaosta.mission.DataMode;
import nullaosta.register.mirror.Mirror;
import nullaosta.register.mirror.Mirroring;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.CanonicalJson;
import nullaosta.store.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public reads of the register behind a delay of ten minutes, and what a base and an auditor read at once. */
class PublicFaceTest {

    private static final Duration DELAY = Duration.ofMinutes(10);

    @TempDir
    private Path folder = Path.of("");

    /** A clock that is moved on by hand. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    private void host(long delayMinutes) throws Exception {
        Path host = Files.createDirectories(folder.resolve("host"));
        Files.copy(Path.of("hosts/it/people.json"), host.resolve("people.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Map<String, Object> json = new LinkedHashMap<>();
        if (CanonicalJson.read(Files.readAllBytes(Path.of("hosts/it/host.json"))) instanceof Map<?, ?> shipped) {
            shipped.forEach((field, value) -> json.put(String.valueOf(field), value));
        }
        if (delayMinutes > 0) {
            json.put("publicDelayMinutes", delayMinutes);
        }
        Files.write(host.resolve("host.json"), CanonicalJson.bytes(json));
    }

    private Installation open() throws Exception {
        return Installation.open(new Installation.Settings(folder.resolve("data"), Path.of("target"),
                folder.resolve("host"), Path.of("agreements"), DataMode.EXERCISE, Optional.empty()),
                new SecureRandom(), line -> {
                });
    }

    /** A server of it, as several readers see it. */
    private final class Served implements AutoCloseable {

        private final Installation installation;
        private final Server server;

        Served() throws Exception {
            installation = open();
            InstantSource clock = now::get;
            server = Server.demonstration(installation, clock, 0);
            settle();
        }

        private void settle() throws InterruptedException {
            while (!installation.log().drained()) {
                Thread.sleep(20);
            }
        }

        void enter(int entries) throws InterruptedException {
            for (int i = 0; i < entries; i++) {
                installation.log().add(("entry " + i).getBytes(StandardCharsets.UTF_8));
            }
            settle();
        }

        URI register() {
            return URI.create("http://localhost:" + server.port() + "/register");
        }

        LogSource seenBy(String person) {
            return person.isEmpty()
                    ? LogSource.address(register())
                    : LogSource.address(register(), "demo:" + person);
        }

        /** How many entries a reader is shown, once all of them have been verified. */
        long size(String person) {
            Verification verified = RegisterVerifier.verify(seenBy(person),
                    installation.published().registerVerifier());
            assertThat(verified).as(person).isInstanceOf(Verification.Sound.class);
            return ((Verification.Sound) verified).checkpoint().size();
        }

        Mirroring mirror() {
            return new Mirror(seenBy(""), folder.resolve("copy"), installation.published().registerVerifier(),
                    Optional.empty()).update(now.get());
        }

        String get(String path) throws IOException, InterruptedException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
                return answer.statusCode() + " " + answer.body();
            }
        }

        @Override
        public void close() {
            server.close();
            installation.close();
        }
    }

    private void later(Duration by) {
        now.updateAndGet(at -> at.plus(by));
    }

    @Test
    void thePublicReadsBehindAndTheOfficesDoNot() throws Exception {
        host(DELAY.toMinutes());
        try (Served served = new Served()) {
            served.enter(300);
            assertThat(served.size("")).as("the empty tree is anybody's").isZero();
            for (String live : List.of("desk.rossi", "smd.conti", "sig.leone", "watch.sala", "audit.bruni",
                    "us.envoy")) {
                assertThat(served.size(live)).as(live).isEqualTo(300);
            }
            for (String behind : List.of("us.embassy", "treaty.bassi", "public")) {
                assertThat(served.size(behind)).as(behind).isZero();
            }
            assertThat(served.get("/register/tile/entries/000")).startsWith("404 ");
            assertThat(served.get("/register/tile/0/001.p/44")).startsWith("404 ");
            assertThat(served.get("/register/proof/7"))
                    .isEqualTo("404 no such entry in the published register, which counts 0 of them from 0\n");
            assertThat(served.get("/oversight")).contains(
                    "0 entries; what was entered in the last 10 to 20 minutes is not shown here yet.")
                    .doesNotContain("300 entries");
            assertThat(new Caller("http://localhost:" + served.server.port(), "audit.bruni").get("/oversight").body())
                    .contains("300 entries.");
            // the entries were published some seconds after this clock was read
            later(DELAY.multipliedBy(2).plusMinutes(1));
            assertThat(served.size("")).isEqualTo(300);
            assertThat(served.get("/register/proof/7")).startsWith("200 ");
            assertThat(served.get("/pack.json")).startsWith("200 ");
        }
    }

    /** A batch is one checkpoint for all who look while it lasts. */
    @Test
    void aBatchStaysAsItIsUntilTheNext() throws Exception {
        host(DELAY.toMinutes());
        long seconds = DELAY.toSeconds();
        now.set(Instant.ofEpochSecond((Instant.now().getEpochSecond() / seconds + 2) * seconds));
        try (Served served = new Served()) {
            served.enter(3);
            later(DELAY);
            assertThat(served.size("")).isEqualTo(3);
            served.enter(4);
            later(DELAY.minusSeconds(1));
            assertThat(served.size("")).as("in the last second of the batch").isEqualTo(3);
            later(Duration.ofSeconds(1));
            assertThat(served.size("")).as("in the next").isEqualTo(7);
            later(DELAY.multipliedBy(-3));
            assertThat(served.size("")).as("by a clock that was put back").isEqualTo(7);
        }
    }

    /** Whoever follows the public face is never shown less than before: neither when the delay begins nor when it changes. */
    @Test
    void aMirrorNeverSeesTheRegisterShrink() throws Exception {
        host(0);
        List<Mirroring> seen = new ArrayList<>();
        try (Served served = new Served()) {
            served.enter(5);
            seen.add(served.mirror());
        }
        host(DELAY.toMinutes());
        try (Served served = new Served()) {
            served.enter(6);
            seen.add(served.mirror());
            later(DELAY.multipliedBy(2).plusMinutes(1));
            seen.add(served.mirror());
            served.enter(1);
        }
        host(DELAY.multipliedBy(6).toMinutes());
        try (Served served = new Served()) {
            seen.add(served.mirror());
        }
        host(0);
        try (Served served = new Served()) {
            seen.add(served.mirror());
        }
        assertThat(seen).extracting(PublicFaceTest::inWords).containsExactly("5 from 0", "5 unchanged", "11 from 5",
                "11 unchanged", "12 from 11");
    }

    private static String inWords(Mirroring came) {
        return switch (came) {
            case Mirroring.Grown(long from, Checkpoint to) -> to.size() + " from " + from;
            case Mirroring.Unchanged(Checkpoint at) -> at.size() + " unchanged";
            default -> came.toString();
        };
    }

    @Test
    void theVerifierReadsInSomebodysName() throws Exception {
        host(DELAY.toMinutes());
        try (Served served = new Served()) {
            served.enter(2);
            Files.writeString(folder.resolve("key"), served.installation.published().registerVerifier().vkey());
            Files.writeString(folder.resolve("token"), "demo:audit.bruni\n");
            Files.writeString(folder.resolve("stranger"), "demo:nobody\n");
            Files.writeString(folder.resolve("none"), "two words\n");
            String register = served.register().toString();
            assertThat(run("verify", "register", register)).startsWith("0 ").contains("entries  0\n");
            assertThat(run("verify", "register", register, "--token", "token")).startsWith("0 ")
                    .contains("entries  2\n");
            assertThat(run("verify", "mirror", register, folder.resolve("live").toString(), "--token", "token"))
                    .startsWith("0 ").contains("2 new entries");
            assertThat(run("verify", "register", register, "--token", "stranger")).startsWith("1 ")
                    .contains("/register/checkpoint` answered with status 401");
            assertThat(run("verify", "register", register, "--token", "none"))
                    .isEqualTo("1 nullaosta: nothing was checked: `" + folder.resolve("none")
                            + "` holds no access token; expected one in a line\n");
            assertThat(run("verify", "register", "http://host.example/register", "--token", "token"))
                    .startsWith("64 ").contains("--token goes with an https address; http only for localhost");
        }
    }

    private String run(String... words) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(Files.exists(folder.resolve(word)) ? folder.resolve(word).toString() : word);
        }
        arguments.addAll(List.of("--key", folder.resolve("key").toString()));
        StringWriter said = new StringWriter();
        PrintWriter both = new PrintWriter(said);
        int exit = CommandLineDoor.run(both, both, arguments.toArray(String[]::new));
        both.flush();
        return exit + " " + said;
    }
}
