package nullaosta.flight;

import java.time.Duration;
import java.util.Optional;
import nullaosta.airspace.Fix;

/**
 * Whether a report can be where the aircraft was.
 *
 * <p>Receivers repeat old positions under new times, and are sometimes spoofed. Speed is therefore measured from the
 * last position that changed, and a jump is believed only when three reports agree with each other.
 */
final class Plausibility {

    /** Faster than any aircraft these terms clear; metres a second. */
    static final double FASTEST_METRES_PER_SECOND = 700;
    static final int AGREEING = 3;

    private Plausibility() {
    }

    /** The track after a fix newer than its last; the fix is its {@code last} only if it can be believed. */
    static Track judge(Track track, Fix fix) {
        Optional<Fix> last = track.last();
        if (last.isEmpty() || reachable(last.get(), fix)) {
            return track.at(fix);
        }
        int agreeing = track.jumped().filter(jump -> reachable(jump.fix(), fix)).map(jump -> jump.agreeing() + 1)
                .orElse(1);
        return agreeing >= AGREEING ? track.at(fix) : track.jumpedTo(new Track.Jump(fix, agreeing));
    }

    private static boolean reachable(Fix from, Fix to) {
        double seconds = Math.max(1, Duration.between(from.at(), to.at()).toMillis() / 1_000.0);
        double doubt = from.accuracy().metres() + to.accuracy().metres();
        return from.position().distanceTo(to.position()).metres() <= FASTEST_METRES_PER_SECOND * seconds + doubt;
    }
}
