package nullaosta.zone;

import nullaosta.airspace.Area;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Volume;
import nullaosta.quantity.Altitude;

/**
 * One part of a zone: an area between two heights, which may be measured from different datums.
 *
 * @param around a circle that holds the area, to tell at once what is far away
 */
public record Layer(Area area, Circle around, Altitude lower, Altitude upper) {

    /** Whether the two may share a point; heights that cannot be compared may. */
    boolean mayTouch(Volume volume) {
        return !below(volume) && !above(volume)
                && volume.area().metresOutside(around.centre()) <= around.radius().metres()
                && area.mayTouch(volume.area());
    }

    private boolean below(Volume volume) {
        return new Altitude(volume.band().ceilingMetres(), volume.band().datum()).in(lower.datum())
                .highestMetres() < lower.metres();
    }

    private boolean above(Volume volume) {
        return new Altitude(volume.band().floorMetres(), volume.band().datum()).in(upper.datum())
                .lowestMetres() > upper.metres();
    }
}
