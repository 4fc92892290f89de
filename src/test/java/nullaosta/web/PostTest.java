package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nullaosta.dossier.Row;
import nullaosta.notice.Post;
import nullaosta.web.post.Correspondence;
import nullaosta.web.post.Correspondence.Hook;
import nullaosta.web.post.Correspondence.Mail;
import nullaosta.web.post.Correspondence.Security;
import nullaosta.web.post.PostDuty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and programs are told that a case waits for them: by a real mail server, and by a hook over HTTP. */
class PostTest {

    private static final URI PUBLIC = URI.create("https://nullaosta.example.it");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(31);

    @TempDir
    private Path folder;

    private Demo demo;
    private MailServer mail;
    private Instant now = Instant.now();

    @BeforeEach
    void open() throws Exception {
        demo = Demo.open();
        mail = new MailServer(folder);
        mail.start();
    }

    @AfterEach
    void close() throws Exception {
        mail.close();
        demo.close();
    }

    private Post post(Security security, Hook... hooks) {
        return new Post(demo.installation().letters(), demo.installation().dossiers(),
                PostDuty.carriers(new Correspondence(Optional.of(new Mail("127.0.0.1", mail.port(), security,
                        "nullaosta@difesa.example.it", Optional.empty(),
                        Map.of("desk.rossi", "rossi@difesa.example.it", "min.ferri", "ferri@difesa.example.it",
                                "pcm.valle", "valle@pcm.example.it", "us.embassy", "attache@embassy.example.us",
                                "sig.leone", "leone@sigonella.example.it"))),
                        List.of(hooks)), PUBLIC));
    }

    private String number(String callSign) {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals(callSign))
                .map(Row::number).findFirst().orElseThrow();
    }

    private void ask(String person, String number, String command, Map<String, ?> body) throws Exception {
        assertThat(demo.as(person).post("/api/v1/cases/" + number + "/" + command, body).status()).isEqualTo(200);
    }

    /** {@code ferri: IT-2016-0042: decide}, of those about a case. */
    private List<String> taken(String number) throws Exception {
        List<String> lines = new ArrayList<>();
        for (MimeMessage message : mail.taken()) {
            if (message.getSubject().startsWith(number)) {
                String to = message.getAllRecipients()[0].toString();
                lines.add(to.substring(0, to.indexOf('@')) + message.getSubject().substring(number.length()));
            }
        }
        Collections.sort(lines);
        return lines;
    }

    @Test
    void whoeverMustMoveIsToldOnceForEachStep() throws Exception {
        Post post = post(Security.NONE);
        String number = number("REACH34");
        assertThat(post.round(now)).isEmpty();
        assertThat(taken(number)).containsExactly("attache: with the host; facts are missing",
                "rossi: get the missing facts");
        assertThat(post.round(now)).isEmpty();
        assertThat(mail.taken()).isEmpty();

        ask("desk.rossi", number, "statement", Map.of("fact", "file.personnelOnGround", "value", "true", "source",
                "liaison officer", "dated", "2016-03-02", "grade", "B2", "basis", "ASSURED"));
        post.round(now);
        assertThat(taken(number)).containsExactly("attache: with the host", "rossi: prepare the decision");

        ask("desk.rossi", number, "draft", Map.of("verdict", "APPROVE", "reasons", "within the terms"));
        post.round(now);
        assertThat(taken(number)).containsExactly("ferri: decide", "valle: decide");

        ask("min.ferri", number, "signature", Map.of("verdict", "APPROVE", "reasons", "agreed"));
        post.round(now);
        assertThat(taken(number)).as("who has signed is not asked again").containsExactly("valle: second signature");

        ask("pcm.valle", number, "signature", Map.of("verdict", "APPROVE", "reasons", "agreed"));
        post.round(now);
        assertThat(taken(number)).containsExactly("attache: cleared", "leone: check at take-off");

        ask("min.ferri", number, "revocation", Map.of("reason", "recall"));
        post.round(now);
        assertThat(taken(number)).containsExactly("attache: the clearance is revoked",
                "leone: the clearance is revoked; hold the aircraft");
    }

    @Test
    void aMessageSaysWhichCaseAndWhereToReadOn() throws Exception {
        post(Security.NONE).round(now);
        String number = number("REACH34");
        MimeMessage message = mail.taken().stream().filter(it -> subject(it).startsWith(number)).findFirst()
                .orElseThrow();
        assertThat(message.getContent().toString().replace("\r\n", "\n")).isEqualTo(message.getSubject() + "\n\n"
                + PUBLIC + "/cases/" + number
                + "\n\nA message says no more than that. What the case says is read there, after signing in.\n");
        assertThat(message.getFrom()[0]).hasToString("nullaosta@difesa.example.it");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aServerThatIsDownLosesNothingAndHoldsNobodyUp() throws Exception {
        mail.stop();
        Post post = post(Security.NONE);
        assertThat(post.round(now)).isNotEmpty().allMatch(trouble -> trouble.startsWith("mail: "));
        long waiting = demo.installation().letters().waiting(now);
        assertThat(waiting).isPositive();
        assertThat(post.round(now)).as("none is due yet").isEmpty();
        ask("desk.rossi", number("REACH34"), "statement", Map.of("fact", "file.personnelOnGround", "value", "true",
                "source", "liaison officer", "dated", "2016-03-02", "grade", "B2", "basis", "ASSURED"));
        mail.start();
        assertThat(post.round(now.plus(FIRST_PAUSE))).isEmpty();
        assertThat(demo.installation().letters().waiting(now)).isZero();
        assertThat(mail.taken()).as("a step that was done meanwhile is not asked for").hasSize((int) waiting)
                .noneMatch(message -> subject(message).contains("get the missing facts"));
    }

    @Test
    void afterAWeekALetterIsGivenUp() throws Exception {
        mail.stop();
        Post post = post(Security.NONE);
        post.round(now);
        assertThat(post.round(now.plus(Duration.ofDays(6)))).isNotEmpty();
        Instant later = now.plus(Duration.ofDays(8));
        assertThat(post.round(later)).isEmpty();
        assertThat(demo.installation().letters().waiting(later)).isZero();
    }

    @Test
    void aServerThatOffersNoTlsIsNotSpokenToWhereTlsIsAsked() throws Exception {
        assertThat(post(Security.STARTTLS).round(now)).isNotEmpty()
                .allMatch(trouble -> trouble.contains("STARTTLS is required but host does not support STARTTLS"));
        assertThat(mail.taken()).isEmpty();
    }

    @Test
    void whatIsOlderThanADayIsNoNews() throws Exception {
        post(Security.NONE).round(now.plus(Duration.ofDays(2)));
        assertThat(mail.taken()).isEmpty();
        assertThat(demo.installation().letters().waiting(now)).isZero();
    }

    /** One call of the hook. */
    private record Call(String id, String time, String signature, String body) {
        static Call of(HttpExchange exchange) throws IOException {
            var headers = exchange.getRequestHeaders();
            return new Call(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aProgramIsToldWhatItsPersonIsToldAndCanTellWhoSpeaks() throws Exception {
        List<Call> calls = Collections.synchronizedList(new ArrayList<>());
        HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/", exchange -> {
            calls.add(Call.of(exchange));
            // the first is not taken, and comes again
            exchange.sendResponseHeaders(calls.size() == 1 ? 503 : 204, -1);
            exchange.close();
        });
        program.start();
        try {
            Post post = post(Security.NONE, new Hook("operations", "us.embassy",
                    URI.create("http://127.0.0.1:" + program.getAddress().getPort() + "/in"), "s3cret"));
            assertThat(post.round(now)).containsExactly("hook operations: it answered 503; expected 2xx");
            Call first = calls.getFirst();
            int round = calls.size();
            assertThat(post.round(now.plus(FIRST_PAUSE))).isEmpty();
            assertThat(calls).hasSize(round + 1);
            assertThat(calls.getLast().id()).isEqualTo(first.id());
            assertThat(calls.getLast().body()).isEqualTo(first.body());
            for (Call call : calls) {
                assertThat(call.signature()).isEqualTo("v1," + hmac(call.id() + "." + call.time() + "." + call.body()));
                assertThat(call.body()).contains("\"to\":\"us.embassy\"", "\"type\":\"case.moved\"",
                        PUBLIC + "/api/v1/cases/").doesNotContain("REACH");
            }
        } finally {
            program.stop(0);
        }
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
