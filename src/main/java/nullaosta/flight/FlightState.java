package nullaosta.flight;

/**
 * Where a flight stands, in the words of ASTM F3548-21. {@code CONTINGENT} never returns to conforming; {@code UNKNOWN}
 * means that nothing lately received can be judged, and is never shown as conforming.
 */
public enum FlightState {
    AUTHORISED,
    ACTIVATED,
    CONFORMING,
    NONCONFORMING,
    CONTINGENT,
    UNKNOWN,
    ENDED
}
