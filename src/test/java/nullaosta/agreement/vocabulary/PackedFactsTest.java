package nullaosta.agreement.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is packed is unpacked again, and nothing else is. */
class PackedFactsTest {

    private static final Vocabulary FLIGHT = VocabularyReader.shared("flight/2");
    private static final FactSheet SHEET = FactSheet.builder(FLIGHT).known("mission.operatorState", "US", "o")
            .known("mission.armed", true, "o").known("mission.departure", "2016-03-01T18:00:00.000000001Z", "o")
            .known("mission.departureDay", "1969-12-31", "o").known("mission.notice", "-PT0.5S", "o")
            .known("mission.floorMetres", -999, "o").known("mission.ceilingMetres", 100_000, "o")
            .known("mission.routeStates", List.of("FR", "DE"), "o").known("mission.alternates", List.of(), "o")
            .known("host.recognitions",
                    List.of(Map.of("government", "GNA", "from", "2015-12-23"),
                            Map.of("government", "HOUSE_OF_REPRESENTATIVES", "from", "2014-08-04", "until",
                                    "2015-12-23")),
                    "o")
            .build().orThrow();

    private final PackedFacts packed = new PackedFacts(FLIGHT);

    @Test
    void everyTypeComesBackWithItsValue() {
        FactSheet again = packed.unpack(packed.pack(SHEET), "kept");
        for (String name : FLIGHT.slots()) {
            assertThat(again.value(name)).as(name).isEqualTo(SHEET.value(name));
        }
        assertThat(again.fact("mission.armed")).isEqualTo(new Fact.Known(new Value.Bool(true), "kept"));
        assertThat(again.fact("mission.strike")).isEqualTo(new Fact.Absent("not known when the case was assessed"));
        assertThat(packed.pack(SHEET)).hasSizeLessThan(110);
    }

    @Test
    void factsOfAnotherVocabularyAreABug() {
        FactSheet other = FactSheet.builder(VocabularyReader.shared("flight/1")).build().orThrow();
        assertThatThrownBy(() -> packed.pack(other)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("facts of another vocabulary");
    }

    @Test
    void bytesThatAreNoFactsAreRefusedWithAReason() {
        byte[] bytes = packed.pack(SHEET);
        assertThatThrownBy(() -> packed.unpack(new byte[2], "x")).hasMessageMatching(
                "packed facts: found 2 bytes, expected at least \\d+");
        assertThatThrownBy(() -> packed.unpack(Arrays.copyOf(bytes, bytes.length + 3), "x"))
                .hasMessage("packed facts: 3 bytes too many");
        assertThatThrownBy(() -> packed.unpack(Arrays.copyOf(bytes, bytes.length - 3), "x"))
                .isInstanceOf(PackedFacts.Faulty.class);
    }

    /** Whatever the bytes, they are facts within their ranges or they are refused. */
    @Test
    void anyBytesAtAllAreFactsOrFaulty() {
        Random random = new Random(64);
        byte[] sound = packed.pack(SHEET);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = sound.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                FactSheet sheet = packed.unpack(bytes, "x");
                assertThat(packed.unpack(packed.pack(sheet), "x")).isEqualTo(sheet);
            } catch (PackedFacts.Faulty e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }
}
