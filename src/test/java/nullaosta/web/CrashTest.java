package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Under load the server is killed, or its database is: each index that a client was told holds the client's entry after the
 * next start, and no entry is twice. {@code -Dfaults.rounds=100} does it longer.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final int CLIENTS = 32;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private final Map<Long, String> told = new ConcurrentHashMap<>();
    private final Random random = new Random();
    private final List<Process> started = new ArrayList<>();
    private String address = "";

    /** What dies, and how. */
    private enum Death {
        SERVER_KILLED,
        DATABASE_STOPPED_AT_ONCE,
        DATABASE_KILLED
    }

    @TestFactory
    Stream<DynamicTest> whatAClientWasToldHolds() {
        return IntStream.range(0, ROUNDS).mapToObj(round -> {
            Death death = Death.values()[round % Death.values().length];
            return DynamicTest.dynamicTest("round " + round + ", " + death, () -> round(round, death));
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
        }
        started.clear();
    }

    private void round(int round, Death death) throws Exception {
        int before = told.size();
        Process process = start();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                String name = "round " + round + " client " + client + " entry ";
                clients.submit(() -> load(name));
            }
            while (told.size() < before + 200) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(400));
            kill(process, death);
        }
        assertThat(told).hasSizeGreaterThan(before);
        start();
        verify();
        stop();
    }

    private Process start() throws IOException {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                LoadedServer.class.getName(), folder.resolve("data").toString()).redirectError(errors.toFile()).start();
        started.add(process);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new AssertionError(Files.readString(errors));
        }
        address = "http://localhost:" + line.substring(5) + "/register/";
        return process;
    }

    /** Until nobody answers any more. An entry that is not answered is never sent again. */
    private Void load(String name) throws InterruptedException {
        for (int i = 0;; i++) {
            try {
                String entry = name + i;
                HttpResponse<String> reply = HTTP.send(HttpRequest.newBuilder(URI.create(address + "add"))
                        .timeout(Duration.ofSeconds(5)).POST(HttpRequest.BodyPublishers.ofString(entry)).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (reply.statusCode() != 200) {
                    return null;
                }
                assertThat(told.put(Long.valueOf(reply.body()), entry)).isNull();
            } catch (IOException e) {
                return null;
            }
        }
    }

    private void kill(Process process, Death death) throws Exception {
        if (death == Death.SERVER_KILLED) {
            process.destroyForcibly().waitFor();
            return;
        }
        String pid = Files.readAllLines(folder.resolve("data/db/postmaster.pid")).getFirst();
        // SIGQUIT is what `pg_ctl stop -m immediate` sends
        new ProcessBuilder("kill", death == Death.DATABASE_KILLED ? "-KILL" : "-QUIT", pid).start().waitFor();
        Thread.sleep(500);
        process.destroyForcibly().waitFor();
    }

    private void verify() throws Exception {
        NoteVerifier key = NoteVerifier.parse(HTTP.send(HttpRequest.newBuilder(URI.create(address + "key")).build(),
                HttpResponse.BodyHandlers.ofString()).body().strip());
        long most = told.keySet().stream().mapToLong(index -> index).max().orElseThrow();
        LogSource source = LogSource.address(URI.create(address));
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entries.clear();
            assertThat(RegisterVerifier.verify(source, key, (index, entry) -> entries.add(text(entry))))
                    .isInstanceOf(Verification.Sound.class);
            if (entries.size() > most) {
                break;
            }
            Thread.sleep(100);
        }
        told.forEach((index, entry) -> assertThat(entries.get(index.intValue())).isEqualTo(entry));
        assertThat(entries).doesNotHaveDuplicates();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
