package nullaosta.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.NoteKey;
import nullaosta.witness.Keeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verifier that others wrote, unmodified, reads every size of a growing register over HTTP and finds each the same as we do. */
class OtherVerifiersTest {

    /** On and beside the borders of a tile, of a level, of nothing. */
    private static final List<Integer> SIZES = List.of(0, 1, 255, 256, 257, 65_535, 65_536, 65_537);

    private final MemoryLog log = new MemoryLog();
    private HttpServer server;
    private NoteKey key;
    private String url = "";

    /** Else the JDK's server and the kernel wait for each other, forty milliseconds an answer. */
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @BeforeEach
    void serve() throws Exception {
        key = NoteKey.generate("example.org/register", new SecureRandom());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<byte[]> found = log.read(exchange.getRequestURI().getPath().substring(1));
        exchange.sendResponseHeaders(found.isPresent() ? 200 : 404,
                found.map(bytes -> (long) bytes.length).orElse(-1L));
        try (exchange) {
            if (found.isPresent()) {
                exchange.getResponseBody().write(found.get());
            }
        }
    }

    @Test
    void everySizeIsProvenByToolsThatOthersWrote() throws Exception {
        Random random = new Random(6_962);
        SortedSet<Integer> sizes = new TreeSet<>(SIZES);
        while (sizes.size() < SIZES.size() + 5) {
            sizes.add(random.nextInt(2, 65_535));
        }
        List<Checkpoint> earlier = new ArrayList<>();
        for (int size : sizes) {
            Checkpoint published = grow(size, random);
            long proofs = (size <= 300 ? size : 302) + earlier.stream().filter(it -> it.size() > 0).count();
            assertThat(GoVerifier.says(url, key.verifier().vkey(), earlier)).isEqualTo(
                    "size " + size + " root " + published.root().base64() + " proofs " + proofs);
            earlier.add(published);
        }
    }

    /** The same tool does find what is wrong. */
    @Test
    void itSeesAnEntryThatWasChangedAKeyThatDidNotSignAndAHistoryThatWas() throws Exception {
        Checkpoint published = grow(300, new Random(1));
        String other = NoteKey.generate("example.org/register", new SecureRandom()).verifier().vkey();
        assertThat(GoVerifier.says(url, other, List.of())).isEqualTo("note has no verifiable signatures");
        assertThat(GoVerifier.says(url, key.verifier().vkey(),
                List.of(new Checkpoint(published.origin(), 200, published.root()))))
                .isEqualTo("invalid transparency proof");
        log.entries.set(7, new byte[]{1, 2, 3});
        assertThat(GoVerifier.says(url, key.verifier().vkey(), List.of())).isEqualTo("invalid transparency proof");
    }

    private Checkpoint grow(int size, Random random) throws Exception {
        while (log.entries.size() + log.queue.size() < size) {
            byte[] entry = new byte[random.nextInt(300)];
            random.nextBytes(entry);
            log.queue.add(entry);
        }
        Keeper keeper = new Keeper(log, log.tiles(), key);
        while (keeper.round()) {
            assertThat(log.entries.size()).isLessThanOrEqualTo(size);
        }
        return Checkpoint.open(log.read("checkpoint").orElseThrow(), key.verifier());
    }
}
