package nullaosta.clearance.token;

import static nullaosta.clearance.token.ClaimsFormat.bytes;
import static nullaosta.clearance.token.ClaimsFormat.instant;
import static nullaosta.clearance.token.ClaimsFormat.put;
import static nullaosta.clearance.token.ClaimsFormat.refuseUnknown;
import static nullaosta.clearance.token.ClaimsFormat.sized;
import static nullaosta.clearance.token.ClaimsFormat.table;
import static nullaosta.clearance.token.ClaimsFormat.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.seal.Cbor;
import nullaosta.seal.SealFault;

/**
 * What a clearance permits beyond one aircraft on one leg. A verifier that does not know these fields refuses them, so
 * that none takes a formation for its leader.
 */
final class MoreClaims {

    static final long FORMATION = 16;
    static final long SPARES = 17;
    static final long LEGS = 18;

    static final int MOST_BESIDE = 11;
    static final int MOST_SPARES = 8;
    private static final int FEWEST_LEGS = 2;
    private static final int MOST_LEGS = 16;

    private static final long TYPE = 2;
    private static final long TAIL = 3;
    private static final long ADDRESS = 4;
    private static final long CALL_SIGN = 5;

    private MoreClaims() {
    }

    static void write(Map<Cbor, Cbor> map, Claims.Permitted permitted) {
        list(map, FORMATION, permitted.formation().stream().map(it -> airframe(it, permitted)).toList());
        list(map, SPARES, permitted.spares().stream().map(it -> airframe(it, permitted)).toList());
        list(map, LEGS, permitted.legs().stream().map(MoreClaims::leg).toList());
    }

    private static void list(Map<Cbor, Cbor> map, long key, List<Cbor> items) {
        if (!items.isEmpty()) {
            put(map, key, new Cbor.Array(items));
        }
    }

    /** What is as with the first aircraft is left out. */
    private static Cbor airframe(Claims.Airframe other, Claims.Permitted first) {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        if (!other.type().equals(first.type())) {
            put(map, TYPE, Cbor.of(other.type()));
        }
        put(map, TAIL, Cbor.of(other.tail()));
        other.address().ifPresent(address -> put(map, ADDRESS, Cbor.of(HexFormat.of().parseHex(address))));
        if (!other.callSign().equals(first.callSign())) {
            put(map, CALL_SIGN, Cbor.of(other.callSign()));
        }
        return new Cbor.Table(map);
    }

    private static Cbor leg(Claims.Leg leg) {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        put(map, 1, Cbor.of(leg.from()));
        put(map, 2, Cbor.of(leg.to()));
        leg.exit().ifPresent(point -> put(map, 3, Cbor.of(point)));
        leg.entry().ifPresent(point -> put(map, 4, Cbor.of(point)));
        leg.departs().ifPresent(at -> put(map, 5, Cbor.of(at.getEpochSecond())));
        leg.arrives().ifPresent(at -> put(map, 6, Cbor.of(at.getEpochSecond())));
        return new Cbor.Table(map);
    }

    static List<Claims.Airframe> aircraft(Cbor.Table map, long key, int most, Claims.Permitted first)
            throws SealFault {
        List<Claims.Airframe> aircraft = new ArrayList<>();
        for (Cbor.Table item : items(map, key, 1, most, "aircraft")) {
            String what = "field " + key + ", field ";
            refuseUnknown(item, Set.of(TYPE, TAIL, ADDRESS, CALL_SIGN), what);
            aircraft.add(new Claims.Airframe(item.get(TYPE) == null ? first.type() : text(item, TYPE, what),
                    text(item, TAIL, what), item.get(ADDRESS) == null
                            ? Optional.empty()
                            : Optional
                                    .of(HexFormat.of().formatHex(sized(bytes(item, ADDRESS, what), 3, what + ADDRESS))),
                    item.get(CALL_SIGN) == null ? first.callSign() : text(item, CALL_SIGN, what)));
        }
        return aircraft;
    }

    static List<Claims.Leg> legs(Cbor.Table map) throws SealFault {
        List<Claims.Leg> legs = new ArrayList<>();
        for (Cbor.Table item : items(map, LEGS, FEWEST_LEGS, MOST_LEGS, "legs")) {
            String what = "field " + LEGS + ", field ";
            refuseUnknown(item, Set.of(1L, 2L, 3L, 4L, 5L, 6L), what);
            legs.add(new Claims.Leg(text(item, 1, what), text(item, 2, what), point(item, 3, what),
                    point(item, 4, what), moment(item, 5, what), moment(item, 6, what)));
        }
        return legs;
    }

    private static Optional<String> point(Cbor.Table map, long key, String what) throws SealFault {
        return map.get(key) == null ? Optional.empty() : Optional.of(text(map, key, what));
    }

    private static Optional<Instant> moment(Cbor.Table map, long key, String what) throws SealFault {
        return map.get(key) == null ? Optional.empty() : Optional.of(instant(map, key, what));
    }

    /** An absent list is empty; one that is there is not. */
    private static List<Cbor.Table> items(Cbor.Table map, long key, int fewest, int most, String of)
            throws SealFault {
        if (map.get(key) == null) {
            return List.of();
        }
        if (!(map.get(key) instanceof Cbor.Array array) || array.items().size() < fewest
                || array.items().size() > most) {
            throw new SealFault("field " + key + " is no list of " + fewest + " to " + most + " " + of);
        }
        List<Cbor.Table> tables = new ArrayList<>();
        for (Cbor item : array.items()) {
            tables.add(table(item, "an item of field " + key));
        }
        return tables;
    }
}
