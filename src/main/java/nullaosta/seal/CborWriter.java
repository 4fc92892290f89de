package nullaosta.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Deterministic encoding of RFC 8949, clause 4.2.1: shortest heads, definite lengths, keys in the order of their bytes. */
final class CborWriter {

    private CborWriter() {
    }

    static byte[] encode(Cbor value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(value, out);
        return out.toByteArray();
    }

    private static void write(Cbor value, ByteArrayOutputStream out) {
        switch (value) {
            case Cbor.Int(long number) -> {
                if (number >= 0) {
                    head(0, number, out);
                } else {
                    head(1, -1 - number, out);
                }
            }
            case Cbor.Bytes bytes -> string(2, bytes.value(), out);
            case Cbor.Text(String text) -> string(3, text.getBytes(StandardCharsets.UTF_8), out);
            case Cbor.Array array -> {
                head(4, array.items().size(), out);
                array.items().forEach(item -> write(item, out));
            }
            case Cbor.Table table -> table(table, out);
            case Cbor.Tagged(long tag, Cbor inner) -> {
                head(6, tag, out);
                write(inner, out);
            }
            case Cbor.Bool(boolean bool) -> out.write(bool ? 0xf5 : 0xf4);
            case Cbor.Null() -> out.write(0xf6);
        }
    }

    private static void string(int major, byte[] bytes, ByteArrayOutputStream out) {
        head(major, bytes.length, out);
        out.writeBytes(bytes);
    }

    private static void table(Cbor.Table table, ByteArrayOutputStream out) {
        TreeMap<byte[], Cbor> sorted = new TreeMap<>(Arrays::compareUnsigned);
        for (Map.Entry<Cbor, Cbor> entry : table.entries().entrySet()) {
            sorted.put(encode(entry.getKey()), entry.getValue());
        }
        head(5, sorted.size(), out);
        sorted.forEach((key, value) -> {
            out.writeBytes(key);
            write(value, out);
        });
    }

    private static void head(int major, long argument, ByteArrayOutputStream out) {
        int width = argument < 24 ? 0 : argument < 1 << 8 ? 1 : argument < 1 << 16 ? 2 : argument < 1L << 32 ? 4 : 8;
        if (width == 0) {
            out.write(major << 5 | (int) argument);
            return;
        }
        out.write(major << 5 | 24 + Integer.numberOfTrailingZeros(width));
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (argument >>> shift));
        }
    }
}
