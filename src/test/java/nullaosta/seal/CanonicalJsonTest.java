package nullaosta.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** RFC 8785, clause 3.2.2 and appendix B: the bits of a double and its text. */
    @ParameterizedTest
    @CsvSource({"0000000000000000,0", "8000000000000000,0", "0000000000000001,5e-324", "8000000000000001,-5e-324",
            "0000000000000002,1e-323", "7fefffffffffffff,1.7976931348623157e+308", "4340000000000000,9007199254740992",
            "c340000000000000,-9007199254740992", "4430000000000000,295147905179352830000",
            "44b52d02c7e14af5,9.999999999999997e+22", "44b52d02c7e14af6,1e+23",
            "44b52d02c7e14af7,1.0000000000000001e+23",
            "444b1ae4d6e2ef4e,999999999999999700000", "444b1ae4d6e2ef50,1e+21", "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
            "3eb0c6f7a0b5ed8d,0.000001", "41b3de4355555555,333333333.3333333",
            "becbf647612f3696,-0.0000033333333333333333",
            "43143ff3c1cb0959,1424953923781206.2", "3ff8000000000000,1.5", "4034000000000000,20"})
    void writesNumbersAsEcmaScriptDoes(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.text(value)).isEqualTo(text);
    }

    /** RFC 8785, clause 3.2.3: the order is that of UTF-16 code units, not of code points. */
    @Test
    void sortsKeysByCodeUnits() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            map.put(key, 1);
        }
        assertThat(CanonicalJson.text(map)).isEqualTo(
                "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\ufb33\":1}");
    }

    @Test
    void writesStringsWithTheShortestEscapes() {
        assertThat(CanonicalJson.text("\u20ac$\u000F\nA'B\"\\\"/\u007f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\u007f\"");
    }

    @Test
    void refusesWhatJsonCannotCarry() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Double.NaN)).hasMessage("JSON cannot carry NaN");
        assertThatThrownBy(() -> CanonicalJson.bytes(1L << 53))
                .hasMessage("JSON cannot carry the integer 9007199254740992 exactly");
        assertThatThrownBy(() -> CanonicalJson.bytes("a\ud800"))
                .hasMessage("a string holds an unpaired surrogate at 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":1,"a":2}        | line 1, column 8: the key `a` stands twice; each key may stand once
            {"a":1} x            | line 1, column 9: found `x` after the end of the value; expected nothing more
            {"a" 1}              | line 1, column 6: found `1`; expected `:` after the key `a`
            {"a":1 "b":2}        | line 1, column 8: found `"`; expected `,` or `}`
            {a:1}                | line 1, column 2: found `a`; expected a key in double quotes
            [1,]                 | line 1, column 4: found `]`; expected a value
            [1                   | line 1, column 3: found the end of the text; expected `,` or `]`
            [                    | line 1, column 2: the text ends where a value was expected
            "abc                 | line 1, column 1: this string has no closing quote
            "\\x"                | line 1, column 2: a string holds an unknown escape; expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u
            "\\u12g4"            | line 1, column 2: `\\u` is followed by four hexadecimal digits
            "\\ud800"            | line 1, column 1: this string holds an unpaired surrogate
            01                   | line 1, column 1: a number does not start with a zero
            1.                   | line 1, column 3: found the end of the text; expected a digit
            -                    | line 1, column 2: found the end of the text; expected a digit
            1e999                | line 1, column 1: the number `1e999` is too large
            9007199254740993     | line 1, column 1: the integer `9007199254740993` is beyond what JSON keeps exactly; write it as a string
            NaN                  | line 1, column 1: found `N`; expected a value
            """)
    void saysWhatIsWrongAndWhere(String json, String message) {
        assertThat(fault(json.getBytes(StandardCharsets.UTF_8))).hasMessage(message);
    }

    @Test
    void countsLinesAndColumns() {
        JsonFault fault = fault("{\n  \"a\": [1,\n    2 3]\n}".getBytes(StandardCharsets.UTF_8));
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo(7);
        assertThat(fault.what()).isEqualTo("found `3`; expected `,` or `]`");
    }

    @Test
    void refusesBytesThatAreNotText() {
        assertThat(fault(HexFormat.of().parseHex("220a61c328"))).hasMessage(
                "line 2, column 2: these bytes are not UTF-8 text");
    }

    @Test
    void stopsAtAHundredLevels() throws Exception {
        byte[] deepest = ("[".repeat(100) + "]".repeat(100)).getBytes(StandardCharsets.UTF_8);
        assertThat(CanonicalJson.bytes(CanonicalJson.read(deepest))).isEqualTo(deepest);
        assertThat(fault("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1, column 101: values are nested deeper than 100 levels");
    }

    /** Property: what is written reads back as the same value and is written the same again. */
    @Test
    void readsBackWhatItWrites() throws Exception {
        Random random = new Random(20160222);
        for (int i = 0; i < 3000; i++) {
            Object value = anyValue(random, 4);
            byte[] once = CanonicalJson.bytes(value);
            assertThat(CanonicalJson.bytes(CanonicalJson.read(once))).isEqualTo(once);
        }
    }

    /** Property: beyond 2^53 a double prints as an integer up to 10^21; the reader takes it back as the same double. */
    @Test
    void readsBackDoublesThatPrintAsIntegers() throws Exception {
        Random random = new Random(53);
        for (int i = 0; i < 5000; i++) {
            double value = Math.rint((random.nextBoolean() ? 1 : -1) * Math.pow(2, 50 + random.nextDouble() * 21));
            byte[] once = CanonicalJson.bytes(value);
            assertThat(CanonicalJson.read(once)).isInstanceOfSatisfying(Number.class,
                    read -> assertThat(read.doubleValue()).isEqualTo(value));
            assertThat(CanonicalJson.bytes(CanonicalJson.read(once))).isEqualTo(once);
        }
    }

    /** Property: the shortest digits read back as the same bits, for doubles of every size. */
    @Test
    void numbersKeepTheirBits() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                assertThat(Double.parseDouble(CanonicalJson.text(value))).isEqualTo(value);
            }
        }
    }

    private static @Nullable Object anyValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> 11 + random.nextInt(40);
            case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
            case 4 -> anyText(random);
            case 5 -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(anyValue(random, depth - 1));
                }
                yield items;
            }
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(anyText(random), anyValue(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String anyText(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x10ffff);
            out.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
        }
        return out.toString();
    }

    private static JsonFault fault(byte[] json) {
        return catchThrowableOfType(JsonFault.class, () -> CanonicalJson.read(json));
    }
}
