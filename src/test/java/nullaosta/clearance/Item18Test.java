package nullaosta.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text that a flight plan carries: what the host's own number and that of the year make of it. */
class Item18Test {

    private static final String ANNUAL = """
            "annual": {"users": ["FR", "GR"], "routine": ["LOGISTICS"], "vip": ["SURVEILLANCE"]}""";

    @TempDir
    Path folder;

    private Host host(String numbers) throws Exception {
        Files.writeString(folder.resolve("host.json"), Files.readString(Path.of("hosts/it/host.json"))
                .replace("\"name\": \"Italy\",", "\"name\": \"Italy\", \"numbers\": {" + numbers + "},"));
        return HostFile.host(folder);
    }

    private static Item18 item18(Mission mission, Host host) {
        return Item18.of(new Clearance("IT-2016-0042/1", mission, List.of(), List.of(),
                Instant.parse("2016-02-29T16:20:00Z"), 0), host);
    }

    private static Mission transport(String state, String purpose, String armed, @Nullable String dangerous) {
        return Missions.with(Missions.surveillance(), Map.of("operatorState", state, "purpose", purpose, "declarations",
                dangerous == null
                        ? Map.of("armed", armed, "strike", "no")
                        : Map.of("armed", armed, "strike", "no", "dangerousGoods", dangerous)));
    }

    @Test
    void aHostThatSaysNothingHasItsNumberAsARemark() throws Exception {
        assertThat(item18(Missions.armed(), HostFile.host(Path.of("hosts/it"))))
                .isEqualTo(new Item18(Optional.empty(), "RMK/DCN IT 2016 0042 1"));
    }

    @Test
    void theHostsOwnWords() throws Exception {
        assertThat(item18(Missions.armed(), host("\"item18\": \"STS/STATE RMK/DIPL CLR {number}\"")).text())
                .isEqualTo("STS/STATE RMK/DIPL CLR IT 2016 0042 1");
    }

    /** Transports of signatories alone, and of one kind. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FR | LOGISTICS    | no  | no  | EUAT (FR) 2016    | RMK/DCN IT 2016 0042 1 EUAT FR 2016
            FR | LOGISTICS    | no  | yes | EUAT (FR) 2016 DG | RMK/DCN IT 2016 0042 1 EUAT FR 2016 DG
            GR | SURVEILLANCE | no  | no  | EUAT (EL) 2016 V  | RMK/DCN IT 2016 0042 1 EUAT EL 2016 V
            GR | SURVEILLANCE | no  | yes |                   | RMK/DCN IT 2016 0042 1
            FR | LOGISTICS    | no  |     |                   | RMK/DCN IT 2016 0042 1
            FR | LOGISTICS    | yes | no  |                   | RMK/DCN IT 2016 0042 1
            FR | OFFENSIVE    | no  | no  |                   | RMK/DCN IT 2016 0042 1
            US | LOGISTICS    | no  | no  |                   | RMK/DCN IT 2016 0042 1
            """)
    void theNumberOfTheYear(String state, String purpose, String armed, @Nullable String dangerous,
            @Nullable String annual, String text) throws Exception {
        Item18 item18 = item18(transport(state, purpose, armed, dangerous), host(ANNUAL));
        assertThat(item18.annual()).isEqualTo(Optional.ofNullable(annual));
        assertThat(item18.text()).isEqualTo(text);
        assertThat(item18.text().substring(4)).as("no hyphen, stroke or bracket").matches("[A-Z0-9 .]+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "form": "{host}/{serial}" | numbers/form: found `{host}/{serial}`; expected capital letters, digits and hyphens, at most 24, with `{year}` and `{serial}` once each and `{host}` at most once, such as `{host}-{year}-{serial}`; `EX-` at the beginning marks exercises
            "form": "{year}" | numbers/form: found `{year}`; expected capital letters, digits and hyphens, at most 24, with `{year}` and `{serial}` once each and `{host}` at most once, such as `{host}-{year}-{serial}`; `EX-` at the beginning marks exercises
            "form": "EX-{year}-{serial}" | numbers/form: found `EX-{year}-{serial}`; expected capital letters, digits and hyphens, at most 24, with `{year}` and `{serial}` once each and `{host}` at most once, such as `{host}-{year}-{serial}`; `EX-` at the beginning marks exercises
            "form": "{serial}-{year}-{serial}" | numbers/form: found `{serial}-{year}-{serial}`; expected capital letters, digits and hyphens, at most 24, with `{year}` and `{serial}` once each and `{host}` at most once, such as `{host}-{year}-{serial}`; `EX-` at the beginning marks exercises
            "item18": "RMK/DCN-{number}" | numbers/item18: found `RMK/DCN-{number}`; expected an indicator such as `RMK/` and behind it capital letters, digits, blanks and `{number}`, such as `RMK/DCN {number}`; hyphens and strokes part a flight plan's fields
            "item18": "{number}" | numbers/item18: found `{number}`; expected an indicator such as `RMK/` and behind it capital letters, digits, blanks and `{number}`, such as `RMK/DCN {number}`; hyphens and strokes part a flight plan's fields
            "item18": "RMK/DCN" | numbers/item18: found `RMK/DCN`; expected an indicator such as `RMK/` and behind it capital letters, digits, blanks and `{number}`, such as `RMK/DCN {number}`; hyphens and strokes part a flight plan's fields
            "number": 1 | unknown field `number`; expected one of annual, form, item18
            "annual": 1 | found `1` as `annual`; expected an object
            "annual": {"users": ["US"], "routine": [], "vip": []} | numbers/annual/users: found `US`; expected signatories of the arrangement: AT, BE, BG, CY, CZ, DE, FI, FR, GR, IT, LT, LU, LV, NL, NO, PL, RO, SE, SI, SK
            "annual": {"users": ["FR"], "routine": ["LOGISTICS"], "vip": ["LOGISTICS"]} | numbers/annual: `LOGISTICS` stands in `routine` and in `vip`; expected each purpose once
            """)
    void whatTheHostCannotHave(String numbers, String words) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> host(numbers)).isInstanceOf(HostFile.Faulty.class)
                .hasMessage(folder.resolve("host.json") + ": " + words);
    }
}
