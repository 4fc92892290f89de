package nullaosta.mission;

import java.util.Optional;

/**
 * One part of the route.
 *
 * @param from code of a base of the host, or an ICAO location indicator
 * @param to the same
 * @param exit point at which the host's airspace is left, by name
 * @param entry point at which it is entered again, by name
 */
public record Leg(String from, String to, Optional<String> exit, Optional<String> entry) {}
