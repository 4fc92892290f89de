package nullaosta.assessment.logic;

import java.util.Arrays;
import java.util.List;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Value;
import org.jspecify.annotations.Nullable;

/**
 * A look at the facts of one case, clause after clause: it notes which facts were looked at and counts the steps. For one
 * thread.
 */
public final class Look {

    private final FactSheet sheet;
    private final long limit;
    private final long[] looked;
    private long steps;
    private Value.@Nullable Row row;
    private @Nullable String element;

    /** Thrown when a clause takes more steps than allowed; becomes a finding. */
    public static final class LimitExceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        LimitExceeded(long limit) {
            super("more than " + limit + " steps", null, false, false);
        }
    }

    /** @param limit the most steps that one clause may take */
    public Look(FactSheet sheet, long limit) {
        this.sheet = sheet;
        this.limit = limit;
        this.looked = new long[Math.ceilDiv(sheet.vocabulary().slots().size(), Long.SIZE)];
    }

    /** Forgets the facts looked at and the steps taken: to be called before each clause. */
    public void begin() {
        Arrays.fill(looked, 0);
        steps = 0;
        row = null;
        element = null;
    }

    /** The slots looked at since {@link #begin}, present or absent, as the bits of a {@link Slots}. */
    public Slots looked() {
        return new Slots(looked.clone());
    }

    void step() {
        if (++steps > limit) {
            throw new LimitExceeded(limit);
        }
    }

    @Nullable
    Value fact(int slot) {
        looked[slot >> 6] |= 1L << slot;
        return sheet.valueAt(slot);
    }

    /** Like {@link #fact}, but leaves no trace: to say what is missing is not to look. */
    boolean absent(int slot) {
        return sheet.valueAt(slot) == null;
    }

    Value field(String name) {
        Value.Row current = row;
        if (current == null) {
            throw new IllegalStateException("a field outside a quantifier");
        }
        return current.field(name);
    }

    String element() {
        String current = element;
        if (current == null) {
            throw new IllegalStateException("an element outside a quantifier");
        }
        return current;
    }

    /** Asks a proposition of every row until one gives the decisive answer. */
    Truth each(List<Value.Row> rows, Proposition body, Truth decisive) {
        boolean unknown = false;
        try {
            for (int i = 0; i < rows.size(); i++) {
                row = rows.get(i);
                Truth truth = body.truth(this);
                if (truth == decisive) {
                    return decisive;
                }
                unknown |= truth == Truth.UNKNOWN;
            }
        } finally {
            row = null;
        }
        return unknown ? Truth.UNKNOWN : decisive.not();
    }

    /** The same of every name of a set. */
    Truth each(Value.SymbolSet set, Proposition body, Truth decisive) {
        boolean unknown = false;
        try {
            for (String name : set.names()) {
                element = name;
                Truth truth = body.truth(this);
                if (truth == decisive) {
                    return decisive;
                }
                unknown |= truth == Truth.UNKNOWN;
            }
        } finally {
            element = null;
        }
        return unknown ? Truth.UNKNOWN : decisive.not();
    }

    /** Slots of a vocabulary, as bits; not to be changed. */
    public record Slots(long[] bits) {

        /** The slot at an index, counted in the vocabulary's order. */
        public int at(int index) {
            int before = 0;
            for (int word = 0; word < bits.length; word++) {
                int here = Long.bitCount(bits[word]);
                if (index < before + here) {
                    long rest = bits[word];
                    for (int skip = index - before; skip > 0; skip--) {
                        rest &= rest - 1;
                    }
                    return (word << 6) + Long.numberOfTrailingZeros(rest);
                }
                before += here;
            }
            throw new IndexOutOfBoundsException(index);
        }

        public int size() {
            int size = 0;
            for (long word : bits) {
                size += Long.bitCount(word);
            }
            return size;
        }
    }
}
