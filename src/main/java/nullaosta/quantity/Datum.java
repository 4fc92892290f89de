package nullaosta.quantity;

/** What a height is measured from. */
public enum Datum {
    /** Height above the WGS-84 ellipsoid, as satellite positioning gives it. */
    WGS84,
    /** Height above mean sea level. */
    MSL,
    /** Pressure altitude: height in the standard atmosphere, 1013.25 hPa (ICAO Annex 2). */
    STANDARD_PRESSURE,
    /** Height above the ground below. */
    AGL
}
