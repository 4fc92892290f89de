package nullaosta.clearance.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nullaosta.seal.Cbor;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;

/**
 * Claims as a CWT's payload (RFC 8392, clause 3; Token Status List, "Referenced Token"; {@code docs/reference/token.md}).
 *
 * <p>A claim that is not known is refused: it might restrict what the known ones permit.
 */
final class ClaimsFormat {

    static final int LONGEST_TEXT = 60;
    static final int LONGEST_CONDITION = 500;
    static final int MOST_ITEMS = 16;
    static final int LARGEST_INDEX = 4_000_000;

    static final long ISSUER = 1;
    static final long EXPIRES = 4;
    static final long NOT_BEFORE = 5;
    static final long ISSUED_AT = 6;
    static final long ID = 7;
    static final long STATUS = 65535;
    /** In the range for private use (RFC 8392, clause 9.1: below −65536). */
    static final long PERMITTED = -65537;

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}/[0-9]{1,6}");
    private static final Set<Long> KNOWN = Set.of(ISSUER, EXPIRES, NOT_BEFORE, ISSUED_AT, ID, STATUS, PERMITTED);

    /** Something that this version does not know, in a well-formed payload. */
    static final class Unknown extends SealFault {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    private ClaimsFormat() {
    }

    static byte[] write(Claims claims) {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        map.put(Cbor.of(ISSUER), Cbor.of(claims.issuer()));
        map.put(Cbor.of(EXPIRES), Cbor.of(claims.until().getEpochSecond()));
        map.put(Cbor.of(NOT_BEFORE), Cbor.of(claims.from().getEpochSecond()));
        map.put(Cbor.of(ISSUED_AT), Cbor.of(claims.issuedAt().getEpochSecond()));
        map.put(Cbor.of(ID), Cbor.of(claims.number().getBytes(StandardCharsets.UTF_8)));
        map.put(Cbor.of(STATUS), named("status_list",
                named("idx", Cbor.of(claims.status().index()), "uri", Cbor.of(claims.status().list()))));
        map.put(Cbor.of(PERMITTED), permitted(claims.permitted()));
        return new Cbor.Table(map).encode();
    }

    private static Cbor permitted(Claims.Permitted permitted) {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        put(map, 1, Cbor.of(permitted.state()));
        put(map, 2, Cbor.of(permitted.type()));
        put(map, 3, Cbor.of(permitted.tail()));
        permitted.address().ifPresent(address -> put(map, 4, Cbor.of(HexFormat.of().parseHex(address))));
        put(map, 5, Cbor.of(permitted.callSign()));
        put(map, 6, Cbor.of(permitted.purpose()));
        permitted.crewed().ifPresent(crewed -> put(map, 7, new Cbor.Bool(crewed)));
        permitted.armed().ifPresent(armed -> put(map, 8, new Cbor.Bool(armed)));
        put(map, 9, Cbor.of(permitted.exercise() ? 1 : 0));
        put(map, 10, Cbor.of(permitted.departure()));
        put(map, 11, Cbor.of(permitted.landing()));
        put(map, 12, texts(permitted.exits()));
        put(map, 13, texts(permitted.entries()));
        put(map, 14, switch (permitted.conditions()) {
            case Claims.Conditions.Written(List<String> written) -> texts(written);
            case Claims.Conditions.Elsewhere(Digest digest) -> Cbor.of(digest.bytes());
        });
        put(map, 15, Cbor.of(permitted.assessment().bytes()));
        MoreClaims.write(map, permitted);
        return new Cbor.Table(map);
    }

    static void put(Map<Cbor, Cbor> map, long key, Cbor value) {
        map.put(Cbor.of(key), value);
    }

    private static Cbor texts(List<String> texts) {
        return new Cbor.Array(texts.stream().<Cbor>map(Cbor::of).toList());
    }

    private static Cbor named(Object... pairs) {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(Cbor.of((String) pairs[i]), (Cbor) pairs[i + 1]);
        }
        return new Cbor.Table(map);
    }

    static Claims read(byte[] payload) throws SealFault {
        Cbor.Table table = table(Cbor.decode(payload), "the payload");
        refuseUnknown(table, KNOWN, "claim ");
        Instant from = instant(table, NOT_BEFORE);
        Instant until = instant(table, EXPIRES);
        if (!from.isBefore(until)) {
            throw new SealFault("claim 4 (expiry) is not after claim 5 (not before)");
        }
        String number = new String(bytes(table, ID, "claim "), StandardCharsets.ISO_8859_1);
        if (!NUMBER.matcher(number).matches()) {
            throw new SealFault("claim 7 is no number of a clearance");
        }
        return new Claims(text(table, ISSUER, "claim "), number, instant(table, ISSUED_AT), from, until,
                status(table.get(STATUS)),
                permitted(table(table.get(PERMITTED), "claim " + PERMITTED)));
    }

    private static Claims.StatusReference status(@Nullable Cbor claim) throws SealFault {
        if (claim instanceof Cbor.Table status && status.entries().size() == 1
                && status.entries().get(Cbor.of("status_list")) instanceof Cbor.Table list
                && list.entries().size() == 2 && list.entries().get(Cbor.of("idx")) instanceof Cbor.Int(long index)
                && index >= 0 && index < LARGEST_INDEX
                && list.entries().get(Cbor.of("uri")) instanceof Cbor.Text address) {
            return new Claims.StatusReference(checked(address, "the address of the status list", 200), (int) index);
        }
        throw new SealFault("claim 65535 is no reference to a status list");
    }

    private static Claims.Permitted permitted(Cbor.Table map) throws SealFault {
        Set<Long> known = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L,
                MoreClaims.FORMATION, MoreClaims.SPARES, MoreClaims.LEGS);
        refuseUnknown(map, known, "field ");
        Optional<String> address = map.get(4) == null
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(sized(bytes(map, 4, "field "), 3, "field 4")));
        if (!(map.get(9) instanceof Cbor.Int(long mode)) || mode < 0 || mode > 1) {
            throw new SealFault("field 9 is neither 0 (real) nor 1 (exercise)");
        }
        Claims.Permitted one = new Claims.Permitted(text(map, 1, "field "), text(map, 2, "field "),
                text(map, 3, "field "), address,
                text(map, 5, "field "), text(map, 6, "field "), declared(map, 7), declared(map, 8), mode == 1,
                text(map, 10, "field "), text(map, 11, "field "), texts(map, 12, LONGEST_TEXT),
                texts(map, 13, LONGEST_TEXT), conditions(map),
                Digest.wrap(sized(bytes(map, 15, "field "), Digest.LENGTH, "field 15")));
        return one.with(MoreClaims.aircraft(map, MoreClaims.FORMATION, MoreClaims.MOST_BESIDE, one),
                MoreClaims.aircraft(map, MoreClaims.SPARES, MoreClaims.MOST_SPARES, one), MoreClaims.legs(map));
    }

    private static Claims.Conditions conditions(Cbor.Table map) throws SealFault {
        return map.get(14) instanceof Cbor.Bytes digest
                ? new Claims.Conditions.Elsewhere(Digest.wrap(sized(digest.value(), Digest.LENGTH, "field 14")))
                : new Claims.Conditions.Written(texts(map, 14, LONGEST_CONDITION));
    }

    private static Optional<Boolean> declared(Cbor.Table map, long key) throws SealFault {
        Cbor value = map.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Cbor.Bool(boolean yes)) {
            return Optional.of(yes);
        }
        throw new SealFault("field " + key + " is neither yes nor no");
    }

    private static List<String> texts(Cbor.Table map, long key, int longest) throws SealFault {
        if (!(map.get(key) instanceof Cbor.Array array) || array.items().size() > MOST_ITEMS) {
            throw new SealFault("field " + key + " is no list of at most " + MOST_ITEMS + " texts");
        }
        List<String> texts = new ArrayList<>();
        for (Cbor item : array.items()) {
            texts.add(checked(item, "field " + key, longest));
        }
        return texts;
    }

    static String text(Cbor.Table map, long key, String what) throws SealFault {
        return checked(map.get(key), what + key, LONGEST_TEXT);
    }

    /** A control character could rewrite what a terminal shows, so none is read. */
    private static String checked(@Nullable Cbor value, String what, int longest) throws SealFault {
        if (value instanceof Cbor.Text(String text) && !text.isBlank() && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        throw new SealFault(what + " is no text of 1 to " + longest + " characters");
    }

    static byte[] bytes(Cbor.Table map, long key, String what) throws SealFault {
        if (map.get(key) instanceof Cbor.Bytes bytes) {
            return bytes.value();
        }
        throw new SealFault(what + key + " is no byte string");
    }

    static byte[] sized(byte[] bytes, int length, String what) throws SealFault {
        if (bytes.length != length) {
            throw new SealFault(what + " has " + bytes.length + " bytes; expected " + length);
        }
        return bytes;
    }

    static Instant instant(Cbor.Table map, long key) throws SealFault {
        return instant(map, key, "claim ");
    }

    static Instant instant(Cbor.Table map, long key, String what) throws SealFault {
        if (map.get(key) instanceof Cbor.Int(long seconds) && seconds >= 0 && seconds <= 253_402_300_799L) {
            return Instant.ofEpochSecond(seconds);
        }
        throw new SealFault(what + key + " is no instant in seconds since 1970");
    }

    static Cbor.Table table(@Nullable Cbor value, String what) throws SealFault {
        if (value instanceof Cbor.Table table) {
            return table;
        }
        throw new SealFault(what + " is not a map");
    }

    static void refuseUnknown(Cbor.Table table, Set<Long> known, String what) throws SealFault {
        for (Cbor key : table.entries().keySet()) {
            if (!(key instanceof Cbor.Int(long label) && known.contains(label))) {
                throw new Unknown("it holds " + what + shown(key));
            }
        }
    }

    private static String shown(Cbor key) {
        return switch (key) {
            case Cbor.Int(long label) -> String.valueOf(label);
            case Cbor.Text(String text) when text.length() <= 20
                    && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f) ->
                "`" + text + "`";
            default -> "of another kind";
        };
    }
}
