package nullaosta.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.party.StateCode;

/**
 * One part of the route.
 *
 * @param from code of a base of the host, or an ICAO location indicator
 * @param to the same
 * @param exit point at which the host's airspace is left, by name
 * @param entry point at which it is entered again, by name
 * @param overflies the other states under it; empty where that was not said, an empty list where there is none
 */
public record Leg(String from, String to, Optional<String> exit, Optional<String> entry, Times times,
        Optional<List<StateCode>> overflies) {

    public Leg {
        overflies = overflies.map(List::copyOf);
    }

    /** A leg of which neither times nor states were said. */
    public Leg(String from, String to, Optional<String> exit, Optional<String> entry) {
        this(from, to, exit, entry, Times.NONE, Optional.empty());
    }

    /** When it is planned to happen, as far as that was filed. */
    public record Times(Optional<Instant> departs, Optional<Instant> exits, Optional<Instant> enters,
            Optional<Instant> arrives) {

        public static final Times NONE = new Times(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());

        public Stream<Instant> filed() {
            return Stream.of(departs, exits, enters, arrives).flatMap(Optional::stream);
        }

        Times shifted(Duration by) {
            return new Times(departs.map(at -> at.plus(by)), exits.map(at -> at.plus(by)),
                    enters.map(at -> at.plus(by)), arrives.map(at -> at.plus(by)));
        }
    }

    /** Whether another is the same leg with its times moved, each by at most so much; a time that one of them lacks has moved too far. */
    boolean movedWithin(Duration most, Leg other) {
        return near(most, times.departs, other.times.departs) && near(most, times.exits, other.times.exits)
                && near(most, times.enters, other.times.enters) && near(most, times.arrives, other.times.arrives)
                && new Leg(from, to, exit, entry, other.times, overflies).equals(other);
    }

    static boolean near(Duration most, Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Duration.between(one.get(), other.get()).abs().compareTo(most) <= 0
                : one.equals(other);
    }

    Leg shifted(Duration by) {
        return new Leg(from, to, exit, entry, times.shifted(by), overflies);
    }
}
