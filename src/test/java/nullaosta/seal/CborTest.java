package nullaosta.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborTest {

    /** RFC 8949, appendix A: examples of the kinds we use. */
    @ParameterizedTest
    @CsvSource({"0,00", "1,01", "10,0a", "23,17", "24,1818", "100,1864", "255,18ff", "256,190100", "1000,1903e8",
            "65535,19ffff", "65536,1a00010000", "1000000,1a000f4240", "4294967295,1affffffff",
            "4294967296,1b0000000100000000", "1000000000000,1b000000e8d4a51000",
            "9223372036854775807,1b7fffffffffffffff",
            "-1,20", "-10,29", "-100,3863", "-1000,3903e7", "-9223372036854775808,3b7fffffffffffffff"})
    void integers(long value, String hex) throws Exception {
        assertThat(Cbor.of(value).encode()).asHexString().isEqualToIgnoringCase(hex);
        assertThat(Cbor.decode(bytes(hex))).isEqualTo(Cbor.of(value));
    }

    @Test
    void otherKinds() throws Exception {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        map.put(Cbor.of("b"), Cbor.array(Cbor.of(2), Cbor.of(3)));
        map.put(Cbor.of("a"), Cbor.of(1));
        assertThat(new Cbor.Table(map).encode()).asHexString().isEqualToIgnoringCase("a26161016162820203");
        assertThat(new Cbor.Tagged(1, Cbor.of(1363896240)).encode()).asHexString()
                .isEqualToIgnoringCase("c11a514b67b0");
        assertThat(Cbor.of("\u6c34").encode()).asHexString().isEqualToIgnoringCase("63e6b0b4");
        assertThat(Cbor.of(bytes("01020304")).encode()).asHexString().isEqualToIgnoringCase("4401020304");
        assertThat(Cbor.decode(bytes("83f4f5f6")))
                .isEqualTo(Cbor.array(new Cbor.Bool(false), new Cbor.Bool(true), new Cbor.Null()));
    }

    /** RFC 8949, clause 4.2.1: keys in the order of their encoded bytes. */
    @Test
    void keysStandInTheOrderOfTheirBytes() {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        for (Cbor key : List.of(new Cbor.Bool(false), Cbor.array(Cbor.of(-1)), Cbor.array(Cbor.of(100)), Cbor.of("aa"),
                Cbor.of("z"), Cbor.of(-1), Cbor.of(100), Cbor.of(10))) {
            map.put(key, Cbor.of(0));
        }
        assertThat(new Cbor.Table(map).encode()).asHexString()
                .isEqualToIgnoringCase(
                        "a80a00186400" + "2000" + "617a00" + "62616100" + "81186400" + "812000" + "f400");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1817         | byte 0: a number is not in its shortest form
            1900ff       | byte 0: a number is not in its shortest form
            1a0000ffff   | byte 0: a number is not in its shortest form
            1b00000000ffffffff | byte 0: a number is not in its shortest form
            5f41014102ff | byte 0: a length is left open; it must be stated
            1c           | byte 0: a head that no document defines
            1bffffffffffffffff | byte 0: an integer beyond 64 bits with sign
            a2616201616102 | byte 4: a map's key is out of order or stands twice
            a2616101616102 | byte 4: a map's key is out of order or stands twice
            0000         | byte 1: something follows the end of the value
            4403         | byte 2: the bytes end too early
            9a7fffffff   | byte 5: the bytes end too early
            f93c00       | byte 0: a kind of value that is not used here (float, undefined or other)
            62c328       | byte 0: a text string is not UTF-8
            """)
    void refusesEveryOtherSpelling(String hex, String message) {
        assertThatThrownBy(() -> Cbor.decode(bytes(hex))).isInstanceOf(SealFault.class).hasMessage(message);
    }

    @Test
    void refusesNothingAndDepth() {
        assertThatThrownBy(() -> Cbor.decode(new byte[0])).hasMessage("byte 0: the bytes end too early");
        assertThatThrownBy(() -> Cbor.decode(bytes("81".repeat(5000) + "00")))
                .hasMessage("byte 32: values are nested deeper than 32 levels");
    }

    /** Property: a value reads back equal; a single altered bit gives another value or none, never the same. */
    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(1976);
        for (int i = 0; i < 3000; i++) {
            Cbor value = any(random, 4);
            byte[] once = value.encode();
            assertThat(decodeOrNull(once)).isEqualTo(value);
            int bit = random.nextInt(once.length * 8);
            once[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(decodeOrNull(once)).isNotEqualTo(value);
        }
    }

    private static Cbor decodeOrNull(byte[] bytes) {
        try {
            return Cbor.decode(bytes);
        } catch (SealFault e) {
            return Cbor.of("none: " + e.getMessage());
        }
    }

    private static Cbor any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> Cbor.of(random.nextLong() >> random.nextInt(64));
            case 1 -> Cbor.of(Integer.toString(random.nextInt(), 36));
            case 2 -> {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                yield Cbor.of(bytes);
            }
            case 3 -> new Cbor.Bool(random.nextBoolean());
            case 4 -> new Cbor.Null();
            case 5 -> new Cbor.Tagged(random.nextInt(Integer.MAX_VALUE), any(random, depth - 1));
            case 6 -> {
                List<Cbor> items = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(any(random, depth - 1));
                }
                yield new Cbor.Array(items);
            }
            default -> {
                Map<Cbor, Cbor> entries = new LinkedHashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    entries.put(any(random, depth - 1), any(random, depth - 1));
                }
                yield new Cbor.Table(entries);
            }
        };
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
