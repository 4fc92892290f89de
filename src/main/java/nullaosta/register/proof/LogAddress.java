package nullaosta.register.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A register served over HTTP; an answer larger than any bundle can be is not read to its end. */
final class LogAddress implements LogSource {

    private static final int LARGEST = 256 * (EntryBundle.LARGEST_ENTRY + 2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    LogAddress(URI address) {
        String text = address.toString();
        this.address = text.endsWith("/") ? address : URI.create(text + "/");
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        URI place = address.resolve(path);
        HttpRequest request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 404) {
                    return Optional.empty();
                }
                if (answer.statusCode() != 200) {
                    throw new IOException("`" + place + "` answered with status " + answer.statusCode());
                }
                return Optional.of(body.readNBytes(LARGEST));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading `" + place + "`", e);
        } catch (ConnectException e) {
            throw new IOException("`" + place + "` does not answer", e);
        }
    }
}
