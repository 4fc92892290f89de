package nullaosta.airspace;

import java.util.ArrayList;
import java.util.List;
import nullaosta.quantity.Distance;
import nullaosta.quantity.Judgement;

/**
 * Whether one area lies in another, or touches it.
 *
 * <p>An area is a line with a reach: a circle is its centre with the radius, a corridor its centreline with half the
 * width, a polygon its border with no reach. {@link Area#metresOutside} grows by at most a metre for each metre walked,
 * so its value in the middle of a stretch bounds it on the whole stretch; a stretch that is neither clearly in nor
 * clearly out is halved until it is shorter than {@value #FINEST_METRES} m. Two things are decided on the side of
 * caution: what reaches over the border by at most {@value #TOLERANCE_METRES} m is inside, what stays
 * within the stretch's own doubt is undetermined or may touch; and a corridor is not trusted to hold a polygon whose
 * border it holds, since it may run around a hole.
 */
final class Nesting {

    /** A border is known no better, given the errors that {@link Area#metresOutside} and flying have. */
    private static final double TOLERANCE_METRES = 50;
    private static final double FINEST_METRES = 100;

    private Nesting() {
    }

    /** A line, and how far the area reaches beyond it. */
    private record Spine(List<Position> points, double reachMetres) {

        static Spine of(Area area) {
            return switch (area) {
                case Circle circle -> new Spine(List.of(circle.centre(), circle.centre()), circle.radius().metres());
                case Corridor corridor -> new Spine(corridor.centreline(), corridor.halfWidth().metres());
                case Polygon polygon -> {
                    List<Position> ring = new ArrayList<>(polygon.corners());
                    ring.add(ring.getFirst());
                    yield new Spine(ring, 0);
                }
            };
        }
    }

    static Judgement holds(Area place, Area inner) {
        if (place.equals(inner)) {
            return Judgement.INSIDE;
        }
        Spine spine = Spine.of(inner);
        Judgement all = Judgement.INSIDE;
        for (int i = 1; i < spine.points().size(); i++) {
            all = all.and(holds(place, spine.points().get(i - 1), spine.points().get(i), spine.reachMetres()));
            if (all == Judgement.OUTSIDE) {
                return all;
            }
        }
        return place instanceof Corridor && inner instanceof Polygon ? all.and(Judgement.UNDETERMINED) : all;
    }

    private static Judgement holds(Area place, Position from, Position to, double reach) {
        double length = from.distanceTo(to).metres();
        Position middle = from.towards(length == 0 ? 0 : from.bearingTo(to), new Distance(length / 2));
        double outside = place.metresOutside(middle) + reach;
        if (outside + length / 2 <= TOLERANCE_METRES) {
            return Judgement.INSIDE;
        }
        if (outside > TOLERANCE_METRES) {
            return Judgement.OUTSIDE;
        }
        if (length <= FINEST_METRES) {
            return Judgement.UNDETERMINED;
        }
        return holds(place, from, middle, reach).and(holds(place, middle, to, reach));
    }

    static boolean mayTouch(Area one, Area other) {
        Spine spine = Spine.of(other);
        for (int i = 1; i < spine.points().size(); i++) {
            if (mayTouch(one, spine.points().get(i - 1), spine.points().get(i), spine.reachMetres())) {
                return true;
            }
        }
        return other.metresOutside(Spine.of(one).points().getFirst()) <= 0;
    }

    private static boolean mayTouch(Area area, Position from, Position to, double reach) {
        double length = from.distanceTo(to).metres();
        Position middle = from.towards(length == 0 ? 0 : from.bearingTo(to), new Distance(length / 2));
        double apart = area.metresOutside(middle) - reach;
        if (apart - length / 2 > 0) {
            return false;
        }
        return apart <= 0 || length <= FINEST_METRES || mayTouch(area, from, middle, reach)
                || mayTouch(area, middle, to, reach);
    }
}
