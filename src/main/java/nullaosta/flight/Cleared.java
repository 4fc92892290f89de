package nullaosta.flight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.airspace.Volume;
import nullaosta.quantity.TimeWindow;

/**
 * What a flight is judged against.
 *
 * @param flight number of its clearance
 * @param withdrawnFrom instant from which the clearance no longer permits the flight, if it was suspended or revoked
 */
public record Cleared(String flight, List<Volume> volumes, TimeWindow window, Optional<Instant> withdrawnFrom) {

    public Cleared {
        volumes = List.copyOf(volumes);
    }
}
