package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server as programs and the network meet it. */
class ServerTest {

    /** As {@code SERVER_ADDRESS} in the environment would say it: signing in from a list is for this machine alone. */
    private static final String ADDRESS = "server.address";

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        System.setProperty(ADDRESS, "0.0.0.0");
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        System.clearProperty(ADDRESS);
        demo.close();
    }

    @Test
    void listensOnLoopbackWhateverTheEnvironmentSays() throws Exception {
        int port = URI.create(demo.address()).getPort();
        new Socket("127.0.0.1", port).close();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void aPositionFromTheFutureIsAFault() throws Exception {
        String line = """
                {"flight": "NOBODY", "at": "%s", "latitude": 36, "longitude": 15, "altitudeMetres": 5000, "datum": "MSL"}
                """;
        String body = line.formatted(Instant.now().plus(Duration.ofDays(1))) + line.formatted(Instant.now());
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create(demo.address() + "/api/v1/positions"))
                .header("Authorization", "Bearer demo:watch.sala").header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"taken\":0", "\"ofNoFlightInTheAir\":1", "\"faulty\":1", "\"line\":1",
                "expected no time ahead of the host's");
    }
}
