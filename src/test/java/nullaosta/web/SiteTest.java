package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nullaosta.identity.IdentityProvider;
import nullaosta.mission.DataMode;
import nullaosta.reference.Markdown;
import nullaosta.store.Installation;
import nullaosta.web.post.Correspondence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A server outside a demonstration: people and programs come by the host's own provider of identities, or not at all. */
class SiteTest {

    @TempDir
    private static Path folder;

    private static String address = "";
    private static IdentityProvider provider;
    private static Installation installation;
    private static Server server;
    private static volatile Duration ahead = Duration.ZERO;

    @BeforeAll
    static void open() throws Exception {
        int port = IdentityProvider.freePort();
        address = "http://localhost:" + port;
        provider = IdentityProvider.open(address);
        Path target = Path.of("target").toAbsolutePath();
        installation = Installation.open(new Installation.Settings(Files.createTempDirectory(target, "site-"), target,
                host(), Path.of("agreements"), DataMode.REAL, Optional.empty()), new SecureRandom(), line -> {
                });
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve("secret"), IdentityProvider.secretOf("nullaosta") + "\n"),
                PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("site.json"), """
                {"address": "127.0.0.1", "port": %d, "publicUrl": "%s", "data": "REAL",
                 "signIn": {"issuer": "%s", "clientId": "nullaosta", "clientSecretFile": "secret",
                   "audience": "nullaosta-programs"},
                 "monitoring": {"address": "127.0.0.1", "port": 0}}""".formatted(port, address, provider.issuer()));
        server = Server.site(installation, () -> Instant.now().plus(ahead), SiteFile.read(folder.resolve("site.json")));
    }

    /** The shipped people, with what the provider calls three of them. */
    private static Path host() throws IOException {
        Path host = Files.createDirectories(folder.resolve("host"));
        Files.copy(Path.of("hosts/it/host.json"), host.resolve("host.json"));
        Files.writeString(host.resolve("people.json"), Files.readString(Path.of("hosts/it/people.json"))
                .replace("\"id\": \"desk.rossi\",", "\"id\": \"desk.rossi\", \"subject\": \"l.rossi\",")
                .replace("\"id\": \"audit.bruni\",", "\"id\": \"audit.bruni\", \"subject\": \"c.bruni\",")
                .replace("\"id\": \"watch.sala\",", "\"id\": \"watch.sala\", \"subject\": \"radar\","));
        return host;
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        installation.close();
        FileSystemUtils.deleteRecursively(installation.data());
        provider.close();
    }

    private static Browser at(String user) throws Exception {
        Browser browser = new Browser(address);
        browser.open("/");
        browser.follow("Sign in");
        browser.signInAs(user, IdentityProvider.PASSWORD);
        return browser;
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aPersonSignsInAtTheProviderWorksAndLeaves() throws Exception {
        try (Browser browser = at("l.rossi")) {
            assertThat(browser.heading()).isEqualTo("Cases");
            browser.shoot("30-signed-in");
            browser.open("/watch");
            assertThat(browser.heading()).isEqualTo("Nothing is in the air");
            browser.press("Sign out");
            browser.until(address + "/");
            browser.open("/cases");
            assertThat(browser.heading()).isEqualTo("Not for you");
        }
        assertThat(installation.signIns().latest()).anyMatch(entry -> entry.subject().equals("l.rossi")
                && entry.person().equals(Optional.of("desk.rossi")));
    }

    /** A browser that is left open in an office asks every few seconds, and is not idle for that. */
    @Test
    void aSessionEndsAfterAShift() throws Exception {
        try (Browser browser = at("l.rossi")) {
            ahead = Duration.ofHours(12).minusMinutes(1);
            browser.open("/cases");
            assertThat(browser.heading()).isEqualTo("Cases");
            ahead = Duration.ofHours(12);
            browser.open("/cases");
            assertThat(browser.heading()).isEqualTo("Not for you");
        } finally {
            ahead = Duration.ZERO;
        }
    }

    private static HttpResponse<String> asked(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                    + server.monitoringPort().orElseThrow() + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whoeverRunsItAsksHowItIsAtAPlaceOfItsOwn() throws Exception {
        assertThat(server.monitoringPort().orElseThrow()).isNotEqualTo(server.port());
        assertThat(asked("/health/liveness").body()).contains("\"status\":\"UP\"");
        assertThat(asked("/health/readiness").body()).contains("\"status\":\"UP\"", "\"register\"",
                "\"waiting\":");
        String measured = asked("/prometheus").body();
        assertThat(measured).contains("nullaosta_cases_open 0.0", "jvm_memory_used_bytes",
                "http_server_requests_seconds");
        assertThat(Pattern.compile("^nullaosta_[a-z_]+", Pattern.MULTILINE).matcher(measured).results()
                .map(MatchResult::group).distinct().sorted().toList()).as("in docs/operating.md").isEqualTo(
                        Markdown.table("operating.md", "measurement").stream().map(List::getFirst).sorted().toList());
        assertThat(
                Pattern.compile("(nullaosta|http|jvm)_[a-z_]+").matcher(Files.readString(Path.of("docs/grafana.json")))
                        .results().map(MatchResult::group).distinct().toList())
                .as("docs/grafana.json")
                .hasSizeGreaterThan(8).allSatisfy(name -> assertThat(measured).contains("\n" + name));
        for (String path : List.of("/env", "/beans", "/heapdump", "/shutdown", "/cases", "/")) {
            assertThat(asked(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/health").statusCode()).as("at the console's").isEqualTo(404);
        assertThat(get("/prometheus").statusCode()).isEqualTo(404);
    }

    @Test
    void whomTheListDoesNotNameGetsNoSession() throws Exception {
        try (Browser browser = at("stranger")) {
            assertThat(browser.heading()).isEqualTo("Not for you");
            assertThat(browser.text()).contains("You are signed in at localhost as `stranger`, whom the host's list of "
                    + "people does not name; ask whoever keeps people.json to add it as your subject.");
            browser.open("/cases");
            assertThat(browser.heading()).isEqualTo("Not for you");
        }
        assertThat(installation.signIns().latest()).anyMatch(entry -> entry.subject().equals("stranger")
                && entry.person().isEmpty());
    }

    @Test
    void oversightReadsWhoSignedIn() throws Exception {
        at("stranger").close();
        try (Browser browser = at("c.bruni")) {
            browser.follow("Sign-ins");
            assertThat(browser.text()).contains("Dott.ssa C. Bruni", "c.bruni", "not on the list", "stranger");
            assertThat(get("/api/v1/missions", "Authorization", "Bearer " + provider.token("radar")).statusCode())
                    .isEqualTo(403);
            assertThat(get("/api/v1/missions", "Authorization", "Bearer " + provider.token("radar")).statusCode())
                    .isEqualTo(403);
            assertThat(get("/api/v1/missions").statusCode()).as("of anybody nothing is entered").isEqualTo(403);
            browser.open("/sign-ins");
            assertThat(browser.text()).contains("Magg. D. Sala", "GET /api/v1/missions", "403");
            assertThat(installation.signIns().turnedAway().stream()
                    .filter(turned -> turned.place().equals("GET /api/v1/missions")).toList())
                    .as("once a minute").hasSize(1).allMatch(turned -> turned.person().equals("watch.sala"));
            browser.shoot("31-sign-ins");
        }
    }

    @Test
    void aProgramComesWithATokenForThisServerOnly() throws Exception {
        assertThat(get("/api/v1/flights", "Authorization", "Bearer " + provider.token("radar")).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/missions", "Authorization", "Bearer " + provider.token("radar")).statusCode())
                .as("a watch floor files nothing").isEqualTo(403);
        HttpResponse<String> elsewhere = get("/api/v1/flights", "Authorization",
                "Bearer " + provider.token("radar-elsewhere"));
        assertThat(elsewhere.statusCode()).isEqualTo(401);
        assertThat(elsewhere.body()).contains("its audience is not nullaosta-programs");
        HttpResponse<String> nobody = get("/api/v1/flights", "Authorization", "Bearer " + provider.token("nobody"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).contains("as `nobody`, whom the host's list of people does not name");
    }

    @Test
    void aTokenReachesNoFurtherThanItsScopes() throws Exception {
        String reads = "Bearer " + provider.token("radar", "nullaosta:read");
        assertThat(get("/api/v1/flights", "Authorization", reads).statusCode()).isEqualTo(200);
        HttpResponse<String> barred = post("/api/v1/positions", reads);
        assertThat(barred.statusCode()).isEqualTo(403);
        assertThat(barred.body()).contains("the token does not reach so far; found `nullaosta:read`, expected"
                + " `nullaosta:write` or `nullaosta:write:positions`");

        String reports = "Bearer " + provider.token("radar", "nullaosta:write:positions");
        assertThat(post("/api/v1/positions", reports).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/flights", "Authorization", reports).body())
                .contains("found `nullaosta:write:positions`, expected `nullaosta:read`");
        assertThat(post("/api/v1/cases/IT-2016-0001/acknowledgement", reports).statusCode()).isEqualTo(403);

        String none = "Bearer " + provider.token("radar", "elsewhere:all");
        assertThat(get("/api/v1/flights", "Authorization", none).body())
                .contains("found no scope for this server, expected `nullaosta:read`");
        assertThat(get("/api/v1/oversight", "Authorization", none).statusCode()).as("what is public").isEqualTo(200);
        assertThat(get("/api/v1/flights", "Authorization", "Bearer " + provider.token("radar", "")).statusCode())
                .isEqualTo(403);
    }

    /** Where anybody may read, not anybody may write. */
    @Test
    void aMotionOnAnAgreementIsWriting() throws Exception {
        HttpResponse<String> reply = post("/api/v1/agreements/it-us-sigonella/rejection",
                "Bearer " + provider.token("radar", "nullaosta:read"));
        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.body()).contains("expected `nullaosta:write` or `nullaosta:write:rejection`");
    }

    private static HttpResponse<String> post(String path, String authorization) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("")).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theDemonstrationsWaysInAreClosed() throws Exception {
        HttpResponse<String> demo = get("/api/v1/cases", "Authorization", "Bearer demo:desk.rossi");
        assertThat(demo.statusCode()).isEqualTo(401);
        assertThat(demo.body()).contains("the token is not taken", "an access token of " + provider.issuer());
        assertThat(get("/api/v1/cases").statusCode()).isEqualTo(403);
        assertThat(get("/").body()).doesNotContain("Who are you today?").contains("/oauth2/authorization/host");
    }

    @Test
    void whatIsPublicNeedsNobody() throws Exception {
        assertThat(get("/oversight").statusCode()).isEqualTo(200);
        assertThat(get("/register/checkpoint").body()).startsWith("nullaosta/it/real\n");
    }

    @Test
    void cookiesAreKeptFromScriptsAndFromElsewhere() throws Exception {
        assertThat(get("/oauth2/authorization/host").headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith("nullaosta=").contains("HttpOnly", "SameSite=Lax");
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self';", "object-src 'none';", "base-uri 'none'", "frame-ancestors 'none';");
        assertThat(get("/").headers().firstValue("X-Content-Type-Options").orElse("")).isEqualTo("nosniff");
        assertThat(get("/").headers().firstValue("Referrer-Policy").orElse("")).isEqualTo("no-referrer");
        assertThat(get("/").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void anotherNameIsNotAnswered() throws Exception {
        HttpResponse<String> reply = get("/oversight");
        assertThat(reply.statusCode()).isEqualTo(200);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
            socket.getOutputStream()
                    .write("GET /oversight HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("this server answers only to localhost");
        }
    }

    /** An ID token or any other that the provider did not make for programs here. */
    @Test
    void aTokenThatSomebodyMadeUpIsNotTaken() throws Exception {
        String[] parts = provider.token("radar").split("\\.", -1);
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("\"sub\":\"radar\"", "\"sub\":\"l.rossi\"").getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        HttpResponse<String> reply = get("/api/v1/cases", "Authorization", "Bearer " + forged);
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).contains("the token is not taken");
    }

    /** A header that is no token excuses no form from its own. */
    @Test
    void aFormWithoutItsTokenMovesNothing() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> reply = http.send(HttpRequest.newBuilder(URI.create(address + "/missions"))
                    .header("Authorization", "Basic eDp5").header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("do=file")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(reply.body()).contains("came from elsewhere");
        }
    }

    @Test
    void nobodyIsToldWhoIsNotAmongThePeople() throws Exception {
        Site plain = SiteFile.read(folder.resolve("site.json"));
        Correspondence post = new Correspondence(Optional.empty(), List.of(
                new Correspondence.Hook("h", "desk.verdi", URI.create("https://a.example.it"), "s")));
        assertThatThrownBy(() -> Server.site(installation, InstantSource.system(), new Site(plain.address(), 0,
                plain.publicUrl(), plain.mode(), plain.provider(), plain.register(), Optional.empty(), post)))
                .isInstanceOf(Server.Refused.class).hasMessage("`post` names `desk.verdi`, who is not among the host's"
                        + " people; mend it, or add them to people.json");
    }

    /** Behind TLS cookies go by TLS alone, and browsers are told to come in no other way. */
    @Test
    void behindTlsNothingGoesInTheClear() throws Exception {
        Site plain = SiteFile.read(folder.resolve("site.json"));
        Site site = new Site(plain.address(), 0, URI.create("https://localhost"), plain.mode(), plain.provider(),
                plain.register(), Optional.empty(), Correspondence.NONE);
        try (Server secure = Server.site(installation, InstantSource.system(), site);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> reply = http.send(HttpRequest.newBuilder(URI.create("http://localhost:"
                    + secure.port() + "/oauth2/authorization/host")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(reply.headers().firstValue("Set-Cookie").orElse("")).startsWith("__Host-nullaosta=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
            assertThat(reply.headers().firstValue("Strict-Transport-Security").orElse("")).contains("max-age=31536000");
            assertThat(reply.headers().firstValue("Location").orElse(""))
                    .contains("redirect_uri=https://localhost/login/oauth2/code/host");
        }
    }
}
