package nullaosta.register.proof;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A register served over HTTP; an answer larger than any bundle can be is refused. */
final class LogAddress implements LogSource {

    private static final int LARGEST = 256 * (EntryBundle.LARGEST_ENTRY + 2);
    /** Until it begins to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Until it has answered: whoever sends byte by byte holds nobody up for ever. */
    private static final Duration WHOLE = Duration.ofSeconds(120);

    private final URI address;
    private final Optional<String> token;
    private final HttpClient client;

    /** @param token of access, which is shown to this address and to none that it leads on to */
    LogAddress(URI address, Optional<String> token) {
        this.token = token;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE)
                .followRedirects(token.isPresent() ? HttpClient.Redirect.NEVER : HttpClient.Redirect.NORMAL).build();
        String text = address.toString();
        this.address = text.endsWith("/") ? address : URI.create(text + "/");
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        URI place = address.resolve(path);
        HttpRequest.Builder asking = HttpRequest.newBuilder(place).timeout(PATIENCE);
        token.ifPresent(shown -> asking.header("Authorization", "Bearer " + shown));
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(asking.build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> answer = sent.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new IOException("`" + place + "` answered with status " + answer.statusCode());
            }
            return Optional.of(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading `" + place + "`", e);
        } catch (TimeoutException e) {
            throw new IOException("`" + place + "` did not send all within " + WHOLE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("`" + place + "` " + inWords(e.getCause()), e);
        } finally {
            sent.cancel(true);
        }
    }

    private static String inWords(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException late -> "did not answer within " + PATIENCE.toSeconds() + " s";
            case ConnectException nobody -> "does not answer";
            case null -> "cannot be read";
            default -> "cannot be read: " + cause.getMessage();
        };
    }
}
