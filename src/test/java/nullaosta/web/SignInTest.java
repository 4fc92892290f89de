package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever changes places leaves nothing behind: neither a session nor a page that could still act. */
class SignInTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static Demo demo;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(demo.address() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(demo.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build(),
                BodyHandlers.ofString());
    }

    private String token(String path) throws Exception {
        Matcher matcher = TOKEN.matcher(get(path).body());
        assertThat(matcher.find()).isTrue();
        return java.net.URLEncoder.encode(matcher.group(1), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void as(String person) throws Exception {
        assertThat(post("/sign-in", "_csrf=" + token("/") + "&person=" + person).statusCode()).isEqualTo(303);
    }

    private String toBeSigned() {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals("REACH23"))
                .findFirst().orElseThrow().number();
    }

    @Test
    void aPageOpenedAsOnePersonCannotSignAsAnother() throws Exception {
        String number = toBeSigned();
        as("min.ferri");
        String old = token("/cases/" + number);
        as("pcm.valle");
        HttpResponse<String> answer = post("/cases/" + number + "/signature",
                "_csrf=" + old + "&verdict=APPROVE&reasons=typed+as+the+minister");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was opened before you changed places");
        assertThat(demo.installation().dossiers().find(number).orElseThrow().signatures()).isEmpty();
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() throws Exception {
        String number = toBeSigned();
        as("min.ferri");
        assertThat(post("/cases/" + number + "/signature", "verdict=APPROVE&reasons=forged").statusCode())
                .isEqualTo(403);
        assertThat(demo.installation().dossiers().find(number).orElseThrow().signatures()).isEmpty();
    }

    @Test
    void aMotionWithoutItsTokenDoesNothing() throws Exception {
        var before = demo.installation().negotiations().negotiation("it-us-sigonella");
        String hash = before.table().orElseThrow().hash();
        as("treaty.bassi");
        assertThat(post("/agreements/it-us-sigonella/rejection", "hash=" + hash + "&reason=forged").statusCode())
                .isEqualTo(403);
        assertThat(post("/proposals", "text=forged").statusCode()).isEqualTo(403);
        assertThat(demo.installation().negotiations().negotiation("it-us-sigonella")).isEqualTo(before);
        assertThat(post("/agreements/it-us-sigonella/rejection", "_csrf=" + token("/agreements/it-us-sigonella")
                + "&hash=" + "0".repeat(64) + "&reason=read+another+text").statusCode()).isEqualTo(409);
    }

    @Test
    void whoIsNotInTheListIsNobody() throws Exception {
        HttpResponse<String> answer = post("/sign-in", "_csrf=" + token("/") + "&person=min.nobody");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("There is no `min.nobody` here; choose from the list.");
    }
}
