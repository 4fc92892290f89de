package nullaosta.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/** A program that asks the demonstration, in the name of one person. */
record Caller(String address, String person) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** What came back. */
    record Reply(int status, String type, String body) {

        /** @throws AssertionError if it is no JSON object */
        Map<?, ?> json() {
            try {
                return (Map<?, ?>) Objects
                        .requireNonNull(CanonicalJson.read(body.getBytes(StandardCharsets.UTF_8)));
            } catch (JsonFault e) {
                throw new AssertionError(body, e);
            }
        }

        String text(String field) {
            return String.valueOf(json().get(field));
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    byte[] file(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode());
        }
        return response.body();
    }

    Reply post(String path, String body) throws IOException, InterruptedException {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
    }

    Reply post(String path, Map<String, ?> json) throws IOException, InterruptedException {
        return post(path, CanonicalJson.bytes(json));
    }

    /** As a page's form is sent. */
    Reply submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer demo:" + person);
    }

    private static Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
