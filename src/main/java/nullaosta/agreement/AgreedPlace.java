package nullaosta.agreement;

import java.util.Optional;
import nullaosta.airspace.Area;
import nullaosta.airspace.Volume;
import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Judgement;

/**
 * A corridor, an orbit or an area that an agreement names, so that its clauses can speak of it.
 *
 * @param name a name of the vocabulary's {@code Place}
 * @param band the heights that belong to it; empty for all
 */
public record AgreedPlace(String name, String text, Area area, Optional<AltitudeBand> band, Source source) {

    /** Whether a volume lies in it, also in height; when it is used is for the clauses to say. */
    public Judgement holds(Volume volume) {
        Judgement height = band.map(agreed -> agreed.holds(volume.band())).orElse(Judgement.INSIDE);
        return height == Judgement.OUTSIDE ? height : area.holds(volume.area()).and(height);
    }
}
