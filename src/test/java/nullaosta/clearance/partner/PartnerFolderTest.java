package nullaosta.clearance.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.Trust;
import nullaosta.mission.DataMode;
import nullaosta.party.StateCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's files, right and wrong. */
class PartnerFolderTest {

    private static final StateCode ITALY = new StateCode("IT");

    @TempDir
    private Path folder = Path.of("");

    private final OtherHost france = new OtherHost("FR", DataMode.REAL);

    @BeforeEach
    void lay() throws IOException {
        put("FR/trust.json", france.trust().bytes());
    }

    private void put(String path, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), bytes);
    }

    private void put(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private List<Partner> read() throws PartnerFolder.Faulty {
        return PartnerFolder.read(folder, ITALY, false);
    }

    private void refuses(String words) {
        assertThatThrownBy(this::read).isInstanceOf(PartnerFolder.Faulty.class).hasMessage(words);
    }

    @Test
    void theFileThatItsBasesGetIsAllThatIsNeeded() throws Exception {
        assertThat(read()).containsExactly(new Partner(france.state, france.trust(), Optional.empty(), Optional.empty(),
                folder.resolve("FR/pack.json"), Optional.empty()));
        put("FR/partner.json", "{\"pack\": \"https://nullaosta.example.fr/pack.json\", \"mirror\": \"../copy\"}");
        OtherHost germany = new OtherHost("DE", DataMode.REAL);
        put("DE/trust.json", germany.trust().bytes());
        assertThat(read()).extracting(Partner::state).containsExactly(germany.state, france.state);
        assertThat(read().getLast().address()).contains(URI.create("https://nullaosta.example.fr/pack.json"));
        assertThat(read().getLast().mirror()).contains(folder.resolve("FR/../copy"));
        assertThat(PartnerFolder.read(folder.resolve("nowhere"), ITALY, false)).isEmpty();
    }

    @Test
    void thePackThatComesAlongCounts() throws Exception {
        Instant at = Instant.parse("2015-10-15T05:00:00Z");
        put("FR/trust.json", with(france.pack(at)).bytes());
        Partners partners = new Partners(read(), folder.resolve("kept"));
        assertThat(partners.gate(france.state).orElseThrow().toldAt()).contains(at);
        put("FR/trust.json", with(new OtherHost("FR", DataMode.REAL).pack(at)).bytes());
        assertThatThrownBy(this::read).isInstanceOf(PartnerFolder.Faulty.class).hasMessageStartingWith(
                folder.resolve("FR/trust.json") + ": the pack in it is not what that host published: ");
    }

    private Trust with(Pack pack) {
        Trust trust = france.trust();
        return new Trust(trust.host(), trust.name(), false, trust.issuers(), trust.register(), List.of(), 0,
                Duration.ofMinutes(60), Duration.ofHours(24), Optional.of(pack));
    }

    @Test
    void aMisfitIsRefused() throws Exception {
        Path trust = folder.resolve("FR/trust.json");
        assertThatThrownBy(() -> PartnerFolder.read(folder, ITALY, true)).hasMessage(
                trust + ": it is for real flights, this host has an exercise; the two never mix");
        assertThatThrownBy(() -> PartnerFolder.read(folder, france.state, false))
                .hasMessage(folder.resolve("FR") + ": found the host itself; expected another state");
        put("FR/trust.json", new OtherHost("DE", DataMode.REAL).trust().bytes());
        refuses(trust + ": found the trust file of `DE`; expected that of `FR`");
        put("FR/trust.json", "{\"host\": \"FR\"}");
        refuses(trust + ": /witnesses: found nothing; expected a list");
        Files.delete(trust);
        refuses(trust + ": cannot be read; expected the trust file that bases of that host get");
    }

    @Test
    void aPartnersAddressIsRefused() throws Exception {
        Path file = folder.resolve("FR/partner.json");
        String expected = "; expected an https address such as `https://nullaosta.example.fr/pack.json`; http only for"
                + " localhost";
        put("FR/partner.json", "{\"pack\": \"http://nullaosta.example.fr/pack.json\"}");
        refuses(file + ": found `http://nullaosta.example.fr/pack.json` as `pack`" + expected);
        put("FR/partner.json", "{\"pack\": \"not an address\"}");
        refuses(file + ": found `not an address` as `pack`" + expected);
        put("FR/partner.json", "{\"url\": \"https://nullaosta.example.fr/pack.json\"}");
        refuses(file + ": unknown field `url`; expected one of mirror, pack");
        put("FR/partner.json", "{\"mirror\": 7}");
        refuses(file + ": found `7` as `mirror`; expected a text");
        put("FR/partner.json", "[]");
        refuses(file + ": found no object; expected one");
    }

    @Test
    void aFolderThatNamesNoStateIsRefused() throws Exception {
        put("France/trust.json", france.trust().bytes());
        refuses(folder.resolve("France")
                + ": found `France`; expected a folder named by its state's ISO 3166 code, such"
                + " as `FR`");
    }
}
