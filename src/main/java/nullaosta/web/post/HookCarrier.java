package nullaosta.web.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nullaosta.notice.Carrier;
import nullaosta.notice.Letter;
import nullaosta.notice.News;
import nullaosta.seal.CanonicalJson;

/**
 * Letters to a program, by POST. The headers are those of Standard Webhooks 1.0: an id that is the same at every try, the time,
 * and an HMAC-SHA256 over both and the body under the secret that the program has too.
 */
final class HookCarrier implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Correspondence.Hook hook;
    private final URI publicUrl;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    HookCarrier(Correspondence.Hook hook, URI publicUrl) {
        this.hook = hook;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "hook " + hook.name();
    }

    @Override
    public Optional<String> reader(News news) {
        return news.to().equals(hook.person()) ? Optional.of(hook.person()) : Optional.empty();
    }

    @Override
    public void carry(Letter letter, Instant now) throws IOException {
        byte[] body = CanonicalJson.bytes(Map.of("type", "case.moved", "timestamp", letter.madeAt().toString(), "data",
                Map.of("case", letter.about(), "to", letter.to(), "subject", letter.subject(), "url",
                        publicUrl + "/api/v1/cases/" + letter.about())));
        String id = "letter-" + letter.number();
        String time = String.valueOf(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(hook.url()).timeout(PATIENCE)
                .header("Content-Type", "application/json").header("webhook-id", id).header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + signature(id + "." + time + ".", body))
                .POST(BodyPublishers.ofByteArray(body)).build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("it answered " + answer.statusCode() + "; expected 2xx");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String signature(String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hook.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
