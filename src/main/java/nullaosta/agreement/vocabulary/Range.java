package nullaosta.agreement.vocabulary;

/**
 * The least and the most a value can be, both included: ints as they are, dates in days since 1970-01-01, instants in
 * seconds since 1970, durations in seconds. The prover asserts it, and arithmetic is checked against it at load.
 */
public record Range(long least, long most) {

    /** 1900-01-01 to 9999-12-31. */
    public static final Range DATES = new Range(-25_567, 2_932_896);
    /** 1900-01-01 to 2200-01-01. */
    public static final Range INSTANTS = new Range(-2_208_988_800L, 7_258_118_400L);
    /** A century either way. */
    public static final Range DURATIONS = new Range(-3_155_760_000L, 3_155_760_000L);
    /** What an int may be where nothing narrower is declared. */
    public static final Range INTS = new Range(-1_000_000_000_000_000L, 1_000_000_000_000_000L);

    public Range {
        if (least > most) {
            throw new IllegalArgumentException("a range runs from the least to the most");
        }
    }

    public boolean holds(long value) {
        return least <= value && value <= most;
    }

    /** The widest range of a type that has one. */
    public static Range widest(ValueType type) {
        if (type instanceof ValueType.Plain plain) {
            return switch (plain) {
                case INT -> INTS;
                case DATE -> DATES;
                case INSTANT -> INSTANTS;
                case DURATION -> DURATIONS;
                case BOOL -> new Range(0, 1);
            };
        }
        return new Range(0, 0);
    }

    /** The number by which a value is held against a range; 0 for types without order. */
    public static long measure(Value value) {
        return switch (value) {
            case Value.Int number -> number.value();
            case Value.Day day -> day.value().toEpochDay();
            case Value.Moment moment -> moment.value().getEpochSecond();
            case Value.Span span -> span.value().getSeconds();
            case Value.Bool bool -> bool.value() ? 1 : 0;
            case Value.Symbol symbol -> 0;
            case Value.SymbolSet set -> 0;
            case Value.Rows rows -> 0;
        };
    }
}
