package nullaosta.party;

import nullaosta.airspace.Position;

/** An aerodrome of the host from which cleared aircraft fly. */
public record Base(String code, String name, String icao, Position position) {}
