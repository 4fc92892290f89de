package nullaosta.airspace;

import java.util.List;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;

/** A part of the earth's surface with a border that belongs to it. */
public sealed interface Area permits Polygon, Circle, Corridor {

    /**
     * How far {@code position} lies beyond the border: zero on it, negative inside.
     *
     * @return metres, right to a few metres within 1,000 km of the border
     */
    double metresOutside(Position position);

    /** A closed ring of points along the border, for drawing. */
    List<Position> outline();

    /** For people: what it is, and its measures. */
    String inWords();

    /** Whether all of {@code other} lies here; undetermined where that cannot be told. See {@link Nesting}. */
    default Judgement holds(Area other) {
        return Nesting.holds(this, other);
    }

    /** Whether the two may share a point; false only where they certainly do not. */
    default boolean mayTouch(Area other) {
        return Nesting.mayTouch(this, other);
    }

    /** Undetermined where the position's own uncertainty reaches across the border. */
    default Judgement holds(Position position, Distance accuracy) {
        double outside = metresOutside(position);
        if (outside + accuracy.metres() <= 0) {
            return Judgement.INSIDE;
        }
        return outside - accuracy.metres() > 0 ? Judgement.OUTSIDE : Judgement.UNDETERMINED;
    }
}
