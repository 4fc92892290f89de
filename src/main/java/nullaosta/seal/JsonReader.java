package nullaosta.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A strict reader of RFC 8259 within I-JSON (RFC 7493): one pass by recursive descent, every fault with its place. */
final class JsonReader {

    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    static String decode(byte[] json) throws JsonFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw firstBadByte(json);
        }
    }

    private static JsonFault firstBadByte(byte[] json) {
        String lenient = new String(json, StandardCharsets.UTF_8);
        int bad = lenient.length();
        int byteIndex = 0;
        for (int i = 0; i < lenient.length(); i += Character.charCount(lenient.codePointAt(i))) {
            byte[] same = Character.toString(lenient.codePointAt(i)).getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(same, Arrays.copyOfRange(json, byteIndex,
                    Math.min(json.length, byteIndex + same.length)))) {
                bad = i;
                break;
            }
            byteIndex += same.length;
        }
        return place(lenient, bad, "these bytes are not UTF-8 text");
    }

    @Nullable
    Object document() throws JsonFault {
        skipSpace();
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw fault("found " + found() + " after the end of the value; expected nothing more");
        }
        return value;
    }

    private @Nullable Object value() throws JsonFault {
        if (at >= text.length()) {
            throw fault("the text ends where a value was expected");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> {
                if (c == '-' || isDigit(c)) {
                    yield number();
                }
                throw fault("found " + found() + "; expected a value");
            }
        };
    }

    private Map<String, @Nullable Object> object() throws JsonFault {
        descend();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        skipSpace();
        if (!take('}')) {
            do {
                skipSpace();
                int keyAt = at;
                if (peek() != '"') {
                    throw fault("found " + found() + "; expected a key in double quotes");
                }
                String key = string();
                if (map.containsKey(key)) {
                    throw place(text, keyAt, "the key `" + key + "` stands twice; each key may stand once");
                }
                skipSpace();
                expect(':', "`:` after the key `" + key + "`");
                skipSpace();
                map.put(key, value());
                skipSpace();
            } while (take(','));
            expect('}', "`,` or `}`");
        }
        depth--;
        return map;
    }

    private List<@Nullable Object> array() throws JsonFault {
        descend();
        List<@Nullable Object> items = new ArrayList<>();
        skipSpace();
        if (!take(']')) {
            do {
                skipSpace();
                items.add(value());
                skipSpace();
            } while (take(','));
            expect(']', "`,` or `]`");
        }
        depth--;
        return items;
    }

    private void descend() throws JsonFault {
        if (depth == DEEPEST) {
            throw fault("values are nested deeper than " + DEEPEST + " levels");
        }
        depth++;
        at++;
    }

    private String string() throws JsonFault {
        int start = at++;
        StringBuilder out = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw place(text, start, "this string has no closing quote");
            }
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                break;
            }
            if (c < 0x20) {
                throw fault("a string holds the control character " + found() + "; write it as an escape");
            }
            if (c == '\\') {
                out.append(escape());
            } else {
                out.append(c);
                at++;
            }
        }
        if (CanonicalJson.loneSurrogate(out.toString()) >= 0) {
            throw place(text, start, "this string holds an unpaired surrogate");
        }
        return out.toString();
    }

    private char escape() throws JsonFault {
        int start = at++;
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
                    if (digit < 0) {
                        throw place(text, start, "`\\u` is followed by four hexadecimal digits");
                    }
                    code = code * 16 + digit;
                    at++;
                }
                yield (char) code;
            }
            default -> throw place(text, start,
                    "a string holds an unknown escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
        };
    }

    private Object number() throws JsonFault {
        int start = at;
        take('-');
        if (!take('0')) {
            digits();
        } else if (isDigit(peek())) {
            throw place(text, start, "a number does not start with a zero");
        }
        boolean integer = true;
        if (take('.')) {
            integer = false;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            integer = false;
            at++;
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        String spelling = text.substring(start, at);
        if (integer && !spelling.equals("-0")) {
            return integer(spelling, start);
        }
        return real(spelling, start);
    }

    /** Beyond 2^53 only what some double is written as: that reads back as the same number. */
    private Number integer(String spelling, int start) throws JsonFault {
        if (spelling.length() <= 17) {
            long number = Long.parseLong(spelling);
            if (Math.abs(number) <= CanonicalJson.LARGEST_INTEGER) {
                return number;
            }
        }
        double number = Double.parseDouble(spelling);
        if (Double.isInfinite(number) || !EcmaNumber.text(number).equals(spelling)) {
            throw place(text, start,
                    "the integer `" + cut(spelling) + "` is beyond what JSON keeps exactly; write it as a string");
        }
        return number;
    }

    private Double real(String spelling, int start) throws JsonFault {
        double number = Double.parseDouble(spelling);
        if (Double.isInfinite(number)) {
            throw place(text, start, "the number `" + cut(spelling) + "` is too large");
        }
        return number;
    }

    private void digits() throws JsonFault {
        if (!isDigit(peek())) {
            throw fault("found " + found() + "; expected a digit");
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) throws JsonFault {
        if (!text.startsWith(word, at)) {
            throw fault("found " + found() + "; expected a value");
        }
        at += word.length();
        return value;
    }

    private void expect(char c, String what) throws JsonFault {
        if (!take(c)) {
            throw fault("found " + found() + "; expected " + what);
        }
    }

    private boolean take(char c) {
        if (peek() == c && at < text.length()) {
            at++;
            return true;
        }
        return false;
    }

    /** The next character, or NUL at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String cut(String spelling) {
        return spelling.length() <= 40 ? spelling : spelling.substring(0, 40) + "…";
    }

    private String found() {
        if (at >= text.length()) {
            return "the end of the text";
        }
        int c = text.codePointAt(at);
        return c < 0x20 || c == 0xFEFF ? "U+%04X".formatted(c) : "`" + Character.toString(c) + "`";
    }

    private JsonFault fault(String what) {
        return place(text, at, what);
    }

    private static JsonFault place(String text, int at, String what) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonFault(what, line, at - lineStart + 1);
    }
}
