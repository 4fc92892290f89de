package nullaosta.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/** A witness on the network: {@code POST /add-checkpoint} of C2SP tlog-witness, in plain HTTP behind whatever adds TLS. */
public final class WitnessServer implements AutoCloseable {

    private static final int LARGEST = 64 * 1024;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Witness witness;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, InetSocketAddress address, InstantSource clock) throws IOException {
        this.witness = witness;
        this.clock = clock;
        server = HttpServer.create(address, 64);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    public static WitnessServer start(Witness witness, InetSocketAddress address, InstantSource clock)
            throws IOException {
        WitnessServer server = new WitnessServer(witness, address, clock);
        server.server.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
                send(exchange, 404, TEXT, "there is /add-checkpoint here and nothing else\n");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, 405, TEXT, "checkpoints are sent with POST\n");
            } else {
                add(exchange);
            }
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            send(exchange, 413, TEXT, "a request has at most " + LARGEST + " bytes\n");
            return;
        }
        WitnessAnswer answer;
        try {
            answer = witness.add(AddCheckpoint.parse(body), clock.instant());
        } catch (SealFault e) {
            answer = new WitnessAnswer.Refused(400, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            answer = new WitnessAnswer.Silent("this witness cannot keep what it sees: " + e.getMessage());
        }
        switch (answer) {
            case WitnessAnswer.Cosigned cosigned -> send(exchange, 200, TEXT,
                    cosigned.lines().stream().map(SignedNote.Line::toString).collect(Collectors.joining()));
            case WitnessAnswer.SawLast(long size) -> send(exchange, 409, "text/x.tlog.size", size + "\n");
            case WitnessAnswer.Refused(int status, String words) -> send(exchange, status, TEXT, words + "\n");
            case WitnessAnswer.Silent(String why) -> send(exchange, 500, TEXT, why + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
