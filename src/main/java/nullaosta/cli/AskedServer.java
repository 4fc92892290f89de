package nullaosta.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/** A server that is asked in somebody's name. */
final class AskedServer implements AutoCloseable {

    private static final int LARGEST = 64_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Why there is no answer that could be used. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    /** @param token of access, as the server takes it */
    AskedServer(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    String token() {
        return token;
    }

    /** A word as a part of an address. */
    static String part(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** What stands at an address below the server's. */
    URI at(String path) {
        return URI.create(server.toString().replaceFirst("/+$", "") + path);
    }

    byte[] get(String path) throws Unanswered, InterruptedException {
        URI address = at(path);
        try {
            HttpResponse<InputStream> response = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] body = in.readNBytes(LARGEST + 1);
                if (response.statusCode() == 200 && body.length <= LARGEST) {
                    return body;
                }
                throw new Unanswered(address + " answered " + response.statusCode() + detail(body));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unanswered("no answer from " + address + " (" + e + ")");
        }
    }

    private static String detail(byte[] body) {
        try {
            return CanonicalJson.read(body) instanceof Map<?, ?> problem
                    && problem.get("detail") instanceof String words
                            ? ": " + words
                            : "";
        } catch (JsonFault e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
