package nullaosta.airspace;

import nullaosta.quantity.AltitudeBand;
import nullaosta.quantity.Judgement;
import nullaosta.quantity.TimeWindow;

/** A part of the airspace for a time: area, heights and window hold together. */
public record Volume(Area area, AltitudeBand band, TimeWindow window) {

    /** Inside only if area, height and time all hold the fix. */
    public Judgement holds(Fix fix) {
        Judgement time = window.holds(fix.at()) ? Judgement.INSIDE : Judgement.OUTSIDE;
        return time.and(band.holds(fix.altitude(), fix.altitudeAccuracyMetres()))
                .and(area.holds(fix.position(), fix.accuracy()));
    }
}
