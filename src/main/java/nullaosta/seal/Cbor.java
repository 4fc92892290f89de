package nullaosta.seal;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CBOR value of the kinds we sign: integers of 64 bits, byte and text strings, arrays, maps, tags, booleans and null.
 * It has one encoding (RFC 8949, clause 4.2.1), and only that one is read back.
 */
public sealed interface Cbor {

    /** An integer of major type 0 or 1, from −2^63 to 2^63 − 1. */
    record Int(long value) implements Cbor {}

    /** A byte string; equal when the bytes are. */
    record Bytes(byte[] value) implements Cbor {

        public Bytes {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "h'" + HexFormat.of().formatHex(value) + "'";
        }
    }

    record Text(String value) implements Cbor {}

    record Array(List<Cbor> items) implements Cbor {

        public Array {
            items = List.copyOf(items);
        }
    }

    /** A map; the order in which it was built does not matter to its encoding. */
    record Table(Map<Cbor, Cbor> entries) implements Cbor {

        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value under an integer label, or null where there is none. */
        public @Nullable Cbor get(long label) {
            return entries.get(new Int(label));
        }
    }

    record Tagged(long tag, Cbor value) implements Cbor {}

    record Bool(boolean value) implements Cbor {}

    record Null() implements Cbor {}

    static Int of(long value) {
        return new Int(value);
    }

    static Text of(String value) {
        return new Text(value);
    }

    static Bytes of(byte[] value) {
        return new Bytes(value);
    }

    static Array array(Cbor... items) {
        return new Array(List.of(items));
    }

    /** The one deterministic encoding. */
    default byte[] encode() {
        return CborWriter.encode(this);
    }

    /** Reads exactly one value in its deterministic encoding, and nothing after it. */
    static Cbor decode(byte[] bytes) throws SealFault {
        return new CborReader(bytes).document();
    }
}
