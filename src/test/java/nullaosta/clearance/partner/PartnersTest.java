package nullaosta.clearance.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.mission.DataMode;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which packs of a partner are believed, and which of them is the newest. */
class PartnersTest {

    private static final Instant NOW = Instant.parse("2015-10-15T05:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final OtherHost france = new OtherHost("FR", DataMode.REAL);
    private Partner partner = france.partner(Path.of(""));
    private Partners partners = Partners.NONE;

    @BeforeEach
    void open() {
        partner = france.partner(folder);
        partners = reopened();
    }

    private Partners reopened() {
        return new Partners(List.of(partner), folder.resolve("kept"));
    }

    private Optional<Instant> told() {
        return partners.gate(france.state).flatMap(Gate::toldAt);
    }

    private Told take(Pack pack) {
        return partners.take(partner, pack.bytes(), NOW);
    }

    @Test
    void aNewerPackCountsAndIsStillThereAfterARestart() {
        assertThat(told()).isEmpty();
        assertThat(take(france.pack(NOW.minusSeconds(60)))).isEqualTo(new Told.Taken(NOW.minusSeconds(60)));
        assertThat(take(france.pack(NOW))).isEqualTo(new Told.Taken(NOW));
        assertThat(take(france.pack(NOW.minusSeconds(30)))).isEqualTo(new Told.NoNews());
        assertThat(told()).contains(NOW);
        partners = reopened();
        assertThat(told()).contains(NOW);
    }

    /** An old status list in a pack that says it is new is an old pack. */
    @Test
    void theMakersWordMakesNoPackYounger() {
        Pack old = france.pack(NOW.minusSeconds(600));
        take(france.pack(NOW.minusSeconds(300)));
        assertThat(take(new Pack(NOW, old.checkpoint(), old.statusList(), old.issues()))).isEqualTo(new Told.NoNews());
    }

    @Test
    void whatThePartnerDidNotSignIsNotTaken() {
        OtherHost forger = new OtherHost("FR", DataMode.REAL);
        Pack own = france.pack(NOW);
        Pack forged = forger.pack(NOW);
        assertThat(take(forged)).isInstanceOfSatisfying(Told.NotTaken.class, not -> assertThat(not.words())
                .startsWith("the pack is not what the host published: get a new one, or call the host: "));
        assertThat(take(new Pack(NOW, own.checkpoint(), forged.statusList(), own.issues())))
                .isEqualTo(new Told.NotTaken("the pack is not what the host published: get a new one, or call the host:"
                        + " no key of the trust file signed the status list"));
        assertThat(partners.take(partner, "<html>".getBytes(StandardCharsets.UTF_8), NOW))
                .isInstanceOfSatisfying(Told.NotTaken.class,
                        not -> assertThat(not.words()).startsWith("it is no pack: "));
        assertThat(take(france.pack(NOW.plusSeconds(600)))).isEqualTo(new Told.NotTaken(
                "it says that it was made at 15 Oct 2015 05:10:00Z; now is 15 Oct 2015 05:00:00Z"));
        assertThat(told()).isEmpty();
        assertThat(partners.tried(france.state).orElseThrow().at()).isEqualTo(NOW);
    }

    @Test
    void aRegisterThatShrankIsNotFollowed() {
        Pack before = france.pack(NOW.minusSeconds(60));
        france.enter("a case");
        assertThat(take(france.pack(NOW.minusSeconds(120)))).isInstanceOf(Told.Taken.class);
        assertThat(take(before)).isEqualTo(new Told.NotTaken(
                "its register counts 0 entries, and counted 1 before: mirror it, and ask the partner"));
    }

    /** A silent witness or a late integration holds no revocation back: the status list counts at once. */
    @Test
    void aRevocationCountsWithTheNextPack() {
        String token = france.clear(Missions.armed(), NOW);
        take(france.pack(NOW.minusSeconds(60)));
        france.stands(0, Status.REVOKED);
        take(france.pack(NOW));
        assertThat(partners.gate(france.state).orElseThrow().check(token, NOW).remarks())
                .anySatisfy(remark -> assertThat(remark.inWords()).isEqualTo("the clearance was revoked"));
    }

    @Test
    void aPackThatCannotBeKeptCountsUntilTheNextStart() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file stands where the folder should");
        assertThat(take(france.pack(NOW))).isEqualTo(new Told.NotTaken("it counts until the next start only: `"
                + folder.resolve("kept/FR.json") + "` cannot be written"));
        assertThat(told()).contains(NOW);
    }

    @Test
    void whatIsFetchedHasALimitInTimeAndFollowsNobody() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] pack = france.pack(NOW).bytes();
        server.createContext("/pack.json", exchange -> {
            exchange.sendResponseHeaders(200, pack.length);
            exchange.getResponseBody().write(pack);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/pack.json");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(new PackClient(Duration.ofSeconds(20)).fetch(URI.create(address + "/pack.json")))
                    .isEqualTo(pack);
            assertThatThrownBy(() -> new PackClient(Duration.ofSeconds(20)).fetch(URI.create(address + "/moved")))
                    .hasMessage("`" + address + "/moved` answered with status 302");
            assertThatThrownBy(() -> new PackClient(Duration.ofMillis(300)).fetch(URI.create(address + "/silent")))
                    .hasMessage("`" + address + "/silent` did not send all within 300 ms");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> new PackClient(Duration.ofSeconds(20))
                .fetch(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pack.json")))
                .hasMessageEndingWith("/pack.json` does not answer");
    }
}
