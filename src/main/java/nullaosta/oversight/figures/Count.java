package nullaosta.oversight.figures;

import java.util.OptionalInt;

/** A count as the public is told it: itself, or that it is not told. */
public record Count(OptionalInt told) {

    /** The fewest flights that a count may stand for. */
    public static final int FEWEST = 3;
    public static final Count HIDDEN = new Count(OptionalInt.empty());

    /** Nothing is nothing; one or two are not told. */
    public static Count of(int number) {
        return small(number) ? HIDDEN : new Count(OptionalInt.of(number));
    }

    static boolean small(int number) {
        return number > 0 && number < FEWEST;
    }

    /** As the published file has it. */
    @Override
    public String toString() {
        return told.isPresent() ? Integer.toString(told.getAsInt()) : "hidden";
    }
}
