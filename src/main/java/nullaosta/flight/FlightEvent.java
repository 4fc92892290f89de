package nullaosta.flight;

import java.time.Instant;
import java.util.Optional;
import nullaosta.airspace.Fix;

/** What conformance is judged from, in the order it reached the host. */
public sealed interface FlightEvent {

    /** The instant at which it reached the host, by the host's clock. */
    Instant receivedAt();

    /** A position report; {@code fix.at()} is its own time, which may be late. */
    record Report(Fix fix, Instant receivedAt) implements FlightEvent {}

    /** Time passed; silence is judged on these alone. */
    record Tick(Instant receivedAt) implements FlightEvent {}

    /**
     * The host looked at how the other states on the route stand to the flight.
     *
     * @param withdrawn what one of them that had cleared it withdrew, in words; empty where none did
     */
    record Abroad(Optional<String> withdrawn, Instant receivedAt) implements FlightEvent {}

    /** The base entered the actual take-off. */
    record TakenOff(Instant at, boolean green, Instant receivedAt) implements FlightEvent {}

    /** The base entered the landing; nothing is judged afterwards. */
    record Landed(Instant at, Instant receivedAt) implements FlightEvent {}
}
