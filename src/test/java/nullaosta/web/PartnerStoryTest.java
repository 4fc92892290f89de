package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nullaosta.clearance.partner.OtherHost;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionWriter;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Three hosts and one flight: what people and programs see in Italy of what France and Germany did. */
class PartnerStoryTest {

    private final OtherHost france = new OtherHost("FR", DataMode.EXERCISE);
    private final OtherHost germany = new OtherHost("DE", DataMode.EXERCISE);

    @TempDir
    private Path folder = Path.of("");

    private void partner(OtherHost host, String more) throws Exception {
        Path its = Files.createDirectories(folder.resolve("it/partners").resolve(host.state.code()));
        Files.write(its.resolve("trust.json"), host.trust().bytes());
        if (!more.isEmpty()) {
            Files.writeString(its.resolve("partner.json"), more);
        }
    }

    /** France answers on the network with a fresh pack each time; Germany's packs come by hand. */
    private HttpServer published() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pack.json", exchange -> {
            byte[] pack = france.pack(Instant.now()).bytes();
            exchange.sendResponseHeaders(200, pack.length);
            exchange.getResponseBody().write(pack);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static Mission flight(Demo demo) {
        Mission scene = demo.scene("01-armed-to-protect-personnel").mission();
        Mission today = scene.shifted(Duration.between(scene.departure(), Instant.now().plusSeconds(60)));
        return Missions.with(today, Map.of("legs", List.of(Map.of("from", "SIGONELLA", "to", "SIGONELLA", "exit",
                "DODUS", "entry", "DODUS", "overflies", List.of("DE", "FR", "MT")))));
    }

    private static String cleared(Demo demo, Mission mission) throws Exception {
        Caller.Reply filed = demo.as("us.embassy").post("/api/v1/missions",
                Map.of("mission", MissionWriter.write(mission)));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        String number = filed.text("number");
        ask(demo, "desk.rossi", number, "statement", Map.of("fact", "file.personnelOnGround", "value", "true", "source",
                "liaison officer", "dated", "2026-11-20", "grade", "B2", "basis", "ASSURED"));
        ask(demo, "desk.rossi", number, "draft", Map.of("verdict", "APPROVE", "reasons", "within the terms"));
        ask(demo, "min.ferri", number, "signature", Map.of("verdict", "APPROVE", "reasons", "to protect"));
        ask(demo, "pcm.valle", number, "signature", Map.of("verdict", "APPROVE", "reasons", "agreed"));
        demo.verified();
        return number;
    }

    private static Caller.Reply ask(Demo demo, String person, String number, String command, Map<String, ?> body)
            throws Exception {
        Caller.Reply reply = demo.as(person).post("/api/v1/cases/" + number + "/" + command, body);
        assertThat(reply.status()).as(command + ": " + reply.body()).isEqualTo(200);
        return reply;
    }

    private static String light(Demo demo, Mission mission, String number) throws Exception {
        Map<String, Object> apron = new LinkedHashMap<>(Map.of("tail", mission.aircraft().tail(), "armed", "yes",
                "otherStatesCleared", "yes"));
        return ask(demo, "sig.leone", number, "check", apron).text("movement").replaceAll(".*light=([A-Z]+).*", "$1");
    }

    private static String page(Demo demo, String person, String path) throws Exception {
        Caller.Reply reply = demo.as(person).get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.body();
    }

    /** Waits until a page says so: packs come in their own time. */
    private static void says(Demo demo, String path, String words) throws Exception {
        for (int i = 0; i < 200 && !page(demo, "sig.leone", path).contains(words); i++) {
            Thread.sleep(100);
        }
        assertThat(page(demo, "sig.leone", path)).contains(words);
    }

    private void germanPack() throws Exception {
        Path laid = folder.resolve("it/partners/DE/pack.json");
        Path beside = folder.resolve("it/new");
        Files.write(beside, germany.pack(Instant.now()).bytes());
        Files.move(beside, laid, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void nothingLeavesUntilAllHaveClearedIt() throws Exception {
        FileSystemUtils.copyRecursively(Path.of("hosts/it"), folder.resolve("it"));
        HttpServer server = published();
        partner(france, "{\"pack\": \"http://127.0.0.1:" + server.getAddress().getPort() + "/pack.json\"}");
        partner(germany, "{\"mirror\": \"" + folder.resolve("copy") + "\"}");
        try (Demo demo = Demo.still(folder.resolve("it"))) {
            Mission mission = flight(demo);
            String number = cleared(demo, mission);
            String at = "/base/" + number;
            ask(demo, "us.embassy", number, "abroad", Map.of("token", germany.clear(mission, Instant.now())));
            germanPack();
            says(demo, at, "DE-2015-0007/1, its pack is ");
            assertThat(light(demo, mission, number)).isEqualTo("RED");
            assertThat(page(demo, "sig.leone", at)).contains("STOP", "France: no clearance of it stands in the case",
                    ">no clearance<", ">cleared, verified<", ">shown at the base<", "Other states on the route");
            assertThat(page(demo, "us.embassy", "/cases/" + number)).contains(">no clearance<", ">cleared, verified<",
                    "Enter another state's clearance");
            assertThat(page(demo, "audit.bruni", "/cases/" + number)).contains(">no clearance<")
                    .doesNotContain("Enter another state's clearance");

            looked(demo, number);
            Caller.Reply wrong = demo.as("sig.leone").submit("/base/" + number + "/abroad", Map.of("token", "NA1:abc"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body()).contains("no clearance holds", "NA1:abc</textarea>");

            String french = france.clear(mission, Instant.now());
            assertThat(demo.as("sig.leone").submit("/base/" + number + "/abroad", Map.of("token", french)).status())
                    .isEqualTo(303);
            assertThat(page(demo, "sig.leone", at)).as("France was asked before it cleared it")
                    .contains("FR-2015-0007/1");
            demo.installation().partners().take(demo.installation().partners().all().getLast(),
                    france.pack(Instant.now().plusSeconds(2)).bytes(), Instant.now());
            assertThat(light(demo, mission, number)).isEqualTo("GREEN");

            france.stands(0, Status.REVOKED);
            demo.installation().partners().take(demo.installation().partners().all().getLast(),
                    france.pack(Instant.now().plusSeconds(4)).bytes(), Instant.now());
            assertThat(page(demo, "sig.leone", at)).contains("STOP", "France: the clearance was revoked");
            assertThat(demo.as("sig.leone").post("/api/v1/cases/" + number + "/call", Map.of("call", "RELEASE")).body())
                    .contains("NOT_CHECKED", "France: the clearance was revoked");
            told(demo);
        } finally {
            server.stop(0);
        }
    }

    /** As people see it: the light, each state in words, and a place to put the missing paper. */
    private static void looked(Demo demo, String number) {
        try (Browser browser = new Browser(demo.address())) {
            browser.as("sig.leone");
            browser.open("/base/" + number);
            browser.shoot("route-base");
            browser.open("/partners");
            browser.shoot("partners");
            browser.as("us.embassy");
            browser.open("/cases/" + number);
            browser.shoot("route-case");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void told(Demo demo) throws Exception {
        assertThat(page(demo, "desk.rossi", "/partners")).contains(">Germany<", ">France<", "nullaosta/fr", ">fresh, ",
                ">not mirrored here<", ">not known<", "no copy can be read in " + folder.resolve("copy"));
        Files.createDirectories(folder.resolve("copy"));
        Files.writeString(folder.resolve("copy/checkpoint"), germany.pack(Instant.now()).checkpoint());
        assertThat(page(demo, "desk.rossi", "/partners")).contains(">one history<", "1 entries; grew last ");
        Files.createDirectories(folder.resolve("copy/evidence"));
        Files.writeString(folder.resolve("copy/evidence/held"), "a checkpoint");
        assertThat(page(demo, "desk.rossi", "/partners")).contains(">its history changed<",
                "both checkpoints are in " + folder.resolve("copy/evidence"));
    }
}
