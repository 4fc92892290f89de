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

/** Reads the deterministic encoding and nothing else, so that what was signed has one spelling. */
final class CborReader {

    private static final int DEEPEST = 32;

    private final byte[] bytes;
    private int at;
    private int depth;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    Cbor document() throws SealFault {
        Cbor value = value();
        if (at < bytes.length) {
            throw fault("something follows the end of the value");
        }
        return value;
    }

    private Cbor value() throws SealFault {
        if (++depth > DEEPEST) {
            throw fault("values are nested deeper than " + DEEPEST + " levels");
        }
        int start = at;
        int initial = next();
        Cbor value = initial >> 5 == 7
                ? simple(initial, start)
                : ofMajor(initial >> 5, argument(initial, start), start);
        depth--;
        return value;
    }

    private Cbor ofMajor(int major, long argument, int start) throws SealFault {
        return switch (major) {
            case 0 -> new Cbor.Int(argument);
            case 1 -> new Cbor.Int(-1 - argument);
            case 2 -> new Cbor.Bytes(take(argument));
            case 3 -> new Cbor.Text(text(take(argument), start));
            case 4 -> new Cbor.Array(items(argument));
            case 5 -> new Cbor.Table(entries(argument));
            default -> new Cbor.Tagged(argument, value());
        };
    }

    private List<Cbor> items(long count) throws SealFault {
        refuseMoreThanLeft(count);
        List<Cbor> items = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            items.add(value());
        }
        return items;
    }

    private Map<Cbor, Cbor> entries(long count) throws SealFault {
        refuseMoreThanLeft(count);
        Map<Cbor, Cbor> entries = new LinkedHashMap<>();
        byte @Nullable [] previous = null;
        for (long i = 0; i < count; i++) {
            int start = at;
            Cbor key = value();
            byte[] encoded = Arrays.copyOfRange(bytes, start, at);
            if (previous != null && Arrays.compareUnsigned(previous, encoded) >= 0) {
                throw faultAt(start, "a map's key is out of order or stands twice");
            }
            previous = encoded;
            entries.put(key, value());
        }
        return entries;
    }

    private Cbor simple(int initial, int start) throws SealFault {
        return switch (initial) {
            case 0xf4 -> new Cbor.Bool(false);
            case 0xf5 -> new Cbor.Bool(true);
            case 0xf6 -> new Cbor.Null();
            default -> throw faultAt(start, "a kind of value that is not used here (float, undefined or other)");
        };
    }

    private long argument(int initial, int start) throws SealFault {
        int low = initial & 31;
        if (low < 24) {
            return low;
        }
        if (low > 27) {
            throw faultAt(start,
                    low == 31 ? "a length is left open; it must be stated" : "a head that no document defines");
        }
        int width = 1 << (low - 24);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | next();
        }
        long smallest = width == 1 ? 24 : 1L << (4 * width);
        if (value < 0) {
            throw faultAt(start, "an integer beyond 64 bits with sign");
        }
        if (value < smallest) {
            throw faultAt(start, "a number is not in its shortest form");
        }
        return value;
    }

    private String text(byte[] utf8, int start) throws SealFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw faultAt(start, "a text string is not UTF-8");
        }
    }

    private byte[] take(long length) throws SealFault {
        refuseMoreThanLeft(length);
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    private int next() throws SealFault {
        refuseMoreThanLeft(1);
        return bytes[at++] & 0xff;
    }

    private void refuseMoreThanLeft(long count) throws SealFault {
        if (count > bytes.length - at) {
            throw new EarlyEnd("byte " + bytes.length + ": the bytes end too early");
        }
    }

    private SealFault fault(String what) {
        return faultAt(at, what);
    }

    private static SealFault faultAt(int where, String what) {
        return new SealFault("byte " + where + ": " + what);
    }
}
