package nullaosta.witness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/** Asks a witness over the network. */
public final class WitnessClient {

    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_WORDS = 300;

    private final HttpClient http;
    private final Duration patience;

    /** @param patience for one answer */
    public WitnessClient(HttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /** @param prefix the witness's submission prefix */
    public WitnessAnswer add(URI prefix, AddCheckpoint request) throws InterruptedException {
        URI address = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
        HttpRequest post = HttpRequest.newBuilder(address).timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes())).build();
        CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(post,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> response = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return read(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new WitnessAnswer.Silent("no answer from " + address + " within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return new WitnessAnswer.Silent(why.getMessage() == null
                    ? "no connection to " + address + " (" + why.getClass().getSimpleName() + ")"
                    : "no answer from " + address + ": " + why.getMessage());
        }
    }

    private static WitnessAnswer read(int status, String type, String body) {
        if (status == 200) {
            return lines(body);
        }
        if (status == 409 && type.startsWith("text/x.tlog.size") && body.strip().matches("0|[1-9][0-9]{0,17}")) {
            return new WitnessAnswer.SawLast(Long.parseLong(body.strip()));
        }
        String words = body.strip().substring(0, Math.min(body.strip().length(), LONGEST_WORDS));
        return status >= 400 && status < 500 && status != 408 && status != 429
                ? new WitnessAnswer.Refused(status, words)
                : new WitnessAnswer.Silent("it answered " + status + ": " + words);
    }

    private static WitnessAnswer lines(String body) {
        List<SignedNote.Line> lines = new ArrayList<>();
        try {
            for (String line : body.lines().toList()) {
                lines.add(SignedNote.Line.parse(line));
            }
            return new WitnessAnswer.Cosigned(lines);
        } catch (SealFault e) {
            return new WitnessAnswer.Silent("its answer cannot be read: " + e.getMessage());
        }
    }
}
