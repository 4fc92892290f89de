package nullaosta.clearance.partner;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches a partner's pack; no redirect is followed, and an answer larger than any pack is refused. */
public final class PackClient {

    private static final int LARGEST = 64_000_000;

    private final HttpClient http;
    private final Duration patience;

    /** @param patience for the whole answer */
    public PackClient(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** @throws IOException with what went wrong, in words */
    public byte[] fetch(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
        CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("`" + address + "` answered with status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading `" + address + "`", e);
        } catch (TimeoutException e) {
            throw new IOException("`" + address + "` did not send all within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException("`" + address + "` " + inWords(e.getCause()), e);
        } finally {
            asked.cancel(true);
        }
    }

    private String inWords(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException late -> "did not answer within " + patience.toMillis() + " ms";
            case ConnectException nobody -> "does not answer";
            case null -> "cannot be read";
            default -> "cannot be read: " + cause.getMessage();
        };
    }
}
