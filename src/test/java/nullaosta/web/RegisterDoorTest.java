package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nullaosta.mission.DataMode;
import nullaosta.register.GoVerifier;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.store.Installation;
import nullaosta.verifier.Terminal;
import nullaosta.verifier.Verifier;
import nullaosta.verifier.VerifyExit;
import nullaosta.witness.Quorum;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door for entries under load, and the proofs that anybody may take home. */
class RegisterDoorTest {

    private static final int CLIENTS = 60;
    private static final int EACH = 10;

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Installation installation;
    private static Server server;
    private static String address = "";

    /** What was answered: each index with its entry. */
    private static final Map<Long, byte[]> ANSWERED = new TreeMap<>();

    @BeforeAll
    static void open() throws Exception {
        installation = Installation.open(settings(DataMode.EXERCISE, true), new SecureRandom(), line -> {
        });
        server = Server.demonstration(installation, InstantSource.system(), 0);
        address = "http://localhost:" + server.port() + "/register/";
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<Long, byte[]>>> answers = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                answers.add(clients.submit(() -> added(number)));
            }
            for (Future<Map<Long, byte[]>> answer : answers) {
                ANSWERED.putAll(answer.get());
            }
        }
        while (!installation.log().drained()) {
            Thread.sleep(20);
        }
    }

    private static Installation.Settings settings(DataMode mode, boolean add) {
        return new Installation.Settings(folder.resolve("data"), Path.of("target"), Path.of("hosts/it"),
                Path.of("agreements"), mode, Optional.empty(),
                new Installation.Settings.Keeping(Optional.empty(), Quorum.NONE, add));
    }

    private static Map<Long, byte[]> added(int client) throws Exception {
        Map<Long, byte[]> indexes = new TreeMap<>();
        for (int i = 0; i < EACH; i++) {
            byte[] entry = ("entry " + client + "." + i).getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> reply = post(entry);
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
            indexes.put(Long.valueOf(reply.body()), entry);
        }
        return indexes;
    }

    private static HttpResponse<String> post(byte[] entry) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address + "add"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(entry)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @AfterAll
    static void close() {
        server.close();
        installation.close();
        HTTP.close();
    }

    @Test
    void everyAnsweredIndexHoldsItsEntryAndNoneIsTwice() {
        List<byte[]> entries = new ArrayList<>();
        assertThat(RegisterVerifier.verify(installation.log()::read, installation.published().registerVerifier(),
                (index, entry) -> entries.add(entry))).isInstanceOf(Verification.Sound.class);
        assertThat(ANSWERED).hasSize(CLIENTS * EACH);
        ANSWERED.forEach((index, entry) -> assertThat(entries.get(index.intValue())).isEqualTo(entry));
        assertThat(entries.stream().map(entry -> new String(entry, StandardCharsets.UTF_8))).doesNotHaveDuplicates();
    }

    @Test
    void theServersOwnRegisterIsProvenByAToolThatOthersWrote() throws Exception {
        String key = new String(get("key").body(), StandardCharsets.UTF_8).strip();
        assertThat(GoVerifier.says("http://localhost:" + server.port() + "/register", key, List.of()))
                .startsWith("size ").contains(" root ").contains(" proofs ");
    }

    @Test
    void anEntryIsTakenOrRefusedBySize() throws Exception {
        assertThat(post(new byte[65_535]).statusCode()).isEqualTo(200);
        HttpResponse<String> reply = post(new byte[65_536]);
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).isEqualTo("an entry has at most 65535 bytes\n");
        assertThat(get("add").statusCode()).as("it is not read").isEqualTo(404);
    }

    @Test
    void aProofOfAnyEntryIsHandedOutAndVerifiedWithoutANetwork() throws Exception {
        Path key = Files.write(folder.resolve("register.key"), get("key").body());
        for (long index : List.of(0L, 1L, 255L, 256L, 599L)) {
            HttpResponse<byte[]> reply = get("proof/" + index);
            assertThat(reply.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
            assertThat(reply.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"" + index + ".tlog-proof\"");
            Path proof = Files.write(folder.resolve(index + ".tlog-proof"), reply.body());
            Path entry = Files.write(folder.resolve("entry"), ANSWERED.getOrDefault(index, new byte[0]));
            assertThat(verify(proof, key, entry)).isEqualTo(VerifyExit.HOLDS.code());
            Files.writeString(entry, "another");
            assertThat(verify(proof, key, entry)).isEqualTo(VerifyExit.DOES_NOT_HOLD.code());
        }
    }

    private static int verify(Path proof, Path key, Path entry) {
        PrintWriter unread = new PrintWriter(new StringWriter());
        return Verifier.run(new Terminal("nullaosta verify", InputStream.nullInputStream(), unread, unread,
                InstantSource.system()),
                List.of("proof", proof.toString(), "--key", key.toString(), "--entry", entry.toString()));
    }

    @Test
    void anEntryThatIsNotThereHasNoProof() throws Exception {
        for (String index : List.of("100000", "-1", "07", "x", "99999999999999999999")) {
            HttpResponse<byte[]> reply = get("proof/" + index);
            assertThat(reply.statusCode()).as(index).isEqualTo(404);
            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).matches(
                    "no such entry in the published register, which counts \\d+ of them from 0\n");
        }
    }

    @Test
    void aServerThatWasNotToldToTakesNoEntries() throws Exception {
        try (Demo demo = Demo.unsigned()) {
            HttpResponse<String> reply = HTTP.send(HttpRequest.newBuilder(
                    URI.create(demo.address() + "/register/add")).POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build(), HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(demo.installation().intake()).isEmpty();
        }
    }

    @Test
    void realCasesNeverShareTheirRegister() {
        assertThatThrownBy(() -> settings(DataMode.REAL, true)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a register of real cases takes entries from its cases alone");
    }
}
