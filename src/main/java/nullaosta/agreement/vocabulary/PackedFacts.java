package nullaosta.agreement.vocabulary;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of a sheet in few bytes, so that a million cases can be read again in seconds. Origins and reasons are left
 * out: they stand in the entry from which this was made.
 *
 * <p>A bit for each slot of the vocabulary, set where the fact is known, lowest bit first; then each known value in the
 * order of the slots. Whole numbers are zigzag varints (Protocol Buffers, encoding); a bool is one byte; a day is counted
 * from 1970-01-01; instants and durations are seconds and nanoseconds; a name has its length before it; a list has its
 * count, and a row a byte for each field, 1 where the field is stated and followed by its value.
 *
 * <p>For one vocabulary, and for one thread: names are kept, so that equal ones are one object.
 */
public final class PackedFacts {

    private static final Fact UNKNOWN_THEN = new Fact.Absent("not known when the case was assessed");

    private final Vocabulary vocabulary;
    private final Map<String, Map<String, Value.Symbol>> symbols = new HashMap<>();

    public PackedFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The bytes do not hold facts of this vocabulary. */
    public static final class Faulty extends RuntimeException {

        private static final long serialVersionUID = 1;

        Faulty(String why) {
            super("packed facts: " + why);
        }
    }

    // Packing

    public byte[] pack(FactSheet sheet) {
        if (!sheet.vocabulary().hash().equals(vocabulary.hash())) {
            throw new IllegalArgumentException("facts of another vocabulary");
        }
        int slots = vocabulary.slots().size();
        byte[] known = new byte[Math.ceilDiv(slots, Byte.SIZE)];
        ByteArrayOutputStream values = new ByteArrayOutputStream(256);
        for (int slot = 0; slot < slots; slot++) {
            Value value = sheet.valueAt(slot);
            if (value != null) {
                known[slot >> 3] |= (byte) (1 << (slot & 7));
                write(value, values);
            }
        }
        byte[] all = new byte[known.length + values.size()];
        System.arraycopy(known, 0, all, 0, known.length);
        System.arraycopy(values.toByteArray(), 0, all, known.length, values.size());
        return all;
    }

    private void write(Value value, ByteArrayOutputStream out) {
        switch (value) {
            case Value.Bool(boolean holds) -> out.write(holds ? 1 : 0);
            case Value.Int(long number) -> number(number, out);
            case Value.Day(LocalDate day) -> number(day.toEpochDay(), out);
            case Value.Moment(Instant instant) -> {
                number(instant.getEpochSecond(), out);
                number(instant.getNano(), out);
            }
            case Value.Span(Duration span) -> {
                number(span.getSeconds(), out);
                number(span.getNano(), out);
            }
            case Value.Symbol symbol -> name(symbol.name(), out);
            case Value.SymbolSet set -> {
                number(set.names().size(), out);
                set.names().forEach(name -> name(name, out));
            }
            case Value.Rows rows -> {
                number(rows.rows().size(), out);
                RowDeclaration declaration = row(rows.row());
                rows.rows().forEach(row -> row(row, declaration, out));
            }
        }
    }

    private void row(Value.Row row, RowDeclaration declaration, ByteArrayOutputStream out) {
        for (RowDeclaration.Field field : declaration.fields()) {
            Value stated = row.stated().get(field.name());
            out.write(stated == null ? 0 : 1);
            if (stated != null) {
                write(stated, out);
            }
        }
    }

    private static void number(long value, ByteArrayOutputStream out) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static void name(String name, ByteArrayOutputStream out) {
        out.write(name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    // Unpacking

    /** Throws {@link Faulty} on anything that {@link #pack} cannot have written. */
    public FactSheet unpack(byte[] bytes, String origin) {
        int slots = vocabulary.slots().size();
        int head = Math.ceilDiv(slots, Byte.SIZE);
        if (bytes.length < head) {
            throw new Faulty("found " + bytes.length + " bytes, expected at least " + head);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, head, bytes.length - head);
        List<Fact> facts = new ArrayList<>(slots);
        try {
            for (int slot = 0; slot < slots; slot++) {
                boolean known = (bytes[slot >> 3] & 1 << (slot & 7)) != 0;
                facts.add(known ? new Fact.Known(read(vocabulary.at(slot), in), origin) : UNKNOWN_THEN);
            }
        } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
            throw new Faulty("they end too early, or a value is none");
        }
        if (in.hasRemaining()) {
            throw new Faulty(in.remaining() + " bytes too many");
        }
        return FactSheet.of(vocabulary, facts);
    }

    private Value read(FactDeclaration fact, ByteBuffer in) {
        Value value = read(fact.type(), in);
        if (!fact.range().holds(Range.measure(value))) {
            throw new Faulty(fact.name() + " out of its range");
        }
        return value;
    }

    private Value read(ValueType type, ByteBuffer in) {
        return switch (type) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> new Value.Bool(in.get() == 1);
                case INT -> new Value.Int(number(in));
                case DATE -> new Value.Day(LocalDate.ofEpochDay(number(in)));
                case INSTANT -> new Value.Moment(Instant.ofEpochSecond(number(in), number(in)));
                case DURATION -> new Value.Span(Duration.ofSeconds(number(in), number(in)));
            };
            case ValueType.Named(String name) -> symbol(name, in);
            case ValueType.SetOf(ValueType.Named(String name)) -> {
                Set<String> names = new TreeSet<>();
                for (long left = count(in); left > 0; left--) {
                    names.add(symbol(name, in).name());
                }
                yield new Value.SymbolSet(name, names);
            }
            case ValueType.ListOf(String row) -> {
                RowDeclaration declaration = row(row);
                List<Value.Row> rows = new ArrayList<>();
                for (long left = count(in); left > 0; left--) {
                    rows.add(row(declaration, in));
                }
                yield new Value.Rows(row, rows);
            }
        };
    }

    private Value.Row row(RowDeclaration declaration, ByteBuffer in) {
        Map<String, Value> stated = new LinkedHashMap<>();
        Map<String, Value> whenAbsent = new HashMap<>();
        for (RowDeclaration.Field field : declaration.fields()) {
            field.whenAbsent().ifPresent(value -> whenAbsent.put(field.name(), value));
            if (in.get() == 1) {
                stated.put(field.name(), read(field.type(), in));
            } else if (field.whenAbsent().isEmpty()) {
                throw new Faulty("a row of " + declaration.name() + " without " + field.name());
            }
        }
        return new Value.Row(stated, whenAbsent);
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new Faulty("a number without end");
    }

    private static long count(ByteBuffer in) {
        long count = number(in);
        if (count < 0 || count > in.remaining()) {
            throw new Faulty("a list of " + count);
        }
        return count;
    }

    private Value.Symbol symbol(String type, ByteBuffer in) {
        int length = in.get();
        if (length < 1 || length > in.remaining()) {
            throw new Faulty("a name of " + length + " letters where " + in.remaining() + " bytes are left");
        }
        String name = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.US_ASCII);
        in.position(in.position() + length);
        Map<String, Value.Symbol> known = symbols.computeIfAbsent(type, any -> new HashMap<>());
        Value.@Nullable Symbol symbol = known.get(name);
        if (symbol != null) {
            return symbol;
        }
        EnumDeclaration declaration = vocabulary.enums().get(type);
        if (declaration == null || !declaration.admits(name)) {
            throw new Faulty("`" + name + "` is no name of " + type);
        }
        Value.Symbol made = new Value.Symbol(type, name);
        known.put(name, made);
        return made;
    }

    private RowDeclaration row(String name) {
        RowDeclaration declaration = vocabulary.rows().get(name);
        if (declaration == null) {
            throw new IllegalStateException("a type without its row: " + name);
        }
        return declaration;
    }
}
